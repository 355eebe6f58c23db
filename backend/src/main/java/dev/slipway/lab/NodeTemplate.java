package dev.slipway.lab;

import dev.slipway.shared.NodeName;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** A machine that a lab wants; a lab's {@code count: 2} has become two of these. */
public record NodeTemplate(NodeName name, DataSize memory, double cpus, List<FileTemplate> files) {
    public NodeTemplate {
        files = List.copyOf(files);
    }

    /** A file of the lab's folder and where it goes on the node. Variables in it are not yet filled in. */
    public record FileTemplate(String content, String to, boolean executable) {}
}
