package dev.slipway.lab;

import dev.slipway.shared.AttachWish;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/**
 * A machine that a lab wants; a lab's {@code count: 2} has become two of these.
 *
 * @param attach the machine that it is, if none is to be made; memory and processors then mean nothing
 */
public record NodeTemplate(
        NodeName name, DataSize memory, double cpus, List<FileTemplate> files, Optional<AttachWish> attach) {
    public NodeTemplate {
        files = List.copyOf(files);
    }

    /** A machine to be made. */
    public NodeTemplate(NodeName name, DataSize memory, double cpus, List<FileTemplate> files) {
        this(name, memory, cpus, files, Optional.empty());
    }

    /** A file of the lab's folder and where it goes on the node. Variables in it are not yet filled in. */
    public record FileTemplate(String content, String to, boolean executable) {}
}
