package dev.slipway.sandbox;

import dev.slipway.engine.NodeLimits;
import dev.slipway.shared.AttachWish;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Optional;

/**
 * One machine that a sandbox needs, and the files that lie on it from the start.
 *
 * @param attach the machine that it is, if none is to be made; the limits then mean nothing
 */
public record NodeRequest(NodeName name, NodeLimits limits, List<NodeFile> files, Optional<AttachWish> attach) {
    public NodeRequest {
        files = List.copyOf(files);
    }

    /** A machine to be made. */
    public NodeRequest(NodeName name, NodeLimits limits, List<NodeFile> files) {
        this(name, limits, files, Optional.empty());
    }
}
