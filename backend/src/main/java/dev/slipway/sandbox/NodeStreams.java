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
     * Returns the handle of a node. Callers keep it for as long as they deal with the node. Does not access the node or
     * the database; a sandbox or node that does not exist is reported by the methods of the handle.
     */
    NodeHandle node(SandboxId sandbox, NodeName node);
}
