package dev.slipway.lab;

import dev.slipway.shared.AttachReference;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/**
 * A node that a lab needs. For a node with {@code count: 2} in {@code lab.yaml}, there are two templates.
 *
 * @param attach the attach target that is used as the node; empty if the platform creates the node. With an attach
 *     target, memory and CPUs have no effect
 */
public record NodeTemplate(
        NodeName name, DataSize memory, double cpus, List<FileTemplate> files, Optional<AttachReference> attach) {
    public NodeTemplate {
        files = List.copyOf(files);
    }

    /** Creates the template of a node that the platform creates. */
    public NodeTemplate(NodeName name, DataSize memory, double cpus, List<FileTemplate> files) {
        this(name, memory, cpus, files, Optional.empty());
    }

    /** A file of the lab's folder, and its path on the node. Variables in the file are not filled in yet. */
    public record FileTemplate(String content, String to, boolean executable) {}
}
