package dev.slipway.sandbox;

import dev.slipway.engine.NodeLimits;
import dev.slipway.shared.NodeName;
import java.util.List;

/** One machine that a sandbox needs, and the files that lie on it from the start. */
public record NodeRequest(NodeName name, NodeLimits limits, List<NodeFile> files) {
    public NodeRequest {
        files = List.copyOf(files);
    }
}
