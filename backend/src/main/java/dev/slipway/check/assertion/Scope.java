package dev.slipway.check.assertion;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names that assertions can refer to: an attempt's variables and the lab's nodes. An assertion that names no node
 * is about the first node.
 *
 * @param task the task whose check is parsed; empty outside of a task
 */
public record Scope(Map<String, String> variables, List<NodeName> nodes, Optional<TaskId> task) {
    public Scope {
        variables = Map.copyOf(variables);
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a lab has at least one node");
        }
    }

    public Scope(Map<String, String> variables, List<NodeName> nodes) {
        this(variables, nodes, Optional.empty());
    }

    /** Returns this scope for the check of one task. */
    public Scope in(TaskId id) {
        return new Scope(variables, nodes, Optional.of(id));
    }

    NodeName firstNode() {
        return nodes.getFirst();
    }
}
