package dev.slipway.sandbox;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;

/**
 * Streams into nodes. This is the only way in which the platform reaches a node: terminals, checks, previews and files
 * are built on it.
 */
@FunctionalInterface
public interface NodeStreams {

    /**
     * Returns the handle of a node. Callers keep the handle for as long as they use the node. This method does not
     * access the node or the database; the methods of the handle report a sandbox or node that does not exist.
     */
    NodeHandle node(SandboxId sandbox, NodeName node);
}
