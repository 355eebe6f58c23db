package dev.slipway.sandbox;

import dev.slipway.shared.AttachReference;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Optional;

/**
 * Node that a sandbox needs, and the files that the node contains from the start.
 *
 * @param attach the existing machine to attach as this node; empty if the platform creates the node. The limits have no
 *     effect on an existing machine
 */
public record NodeRequest(NodeName name, NodeLimits limits, List<NodeFile> files, Optional<AttachReference> attach) {
    public NodeRequest {
        files = List.copyOf(files);
    }

    /** Creates a request for a node that the platform creates. */
    public NodeRequest(NodeName name, NodeLimits limits, List<NodeFile> files) {
        this(name, limits, files, Optional.empty());
    }
}
