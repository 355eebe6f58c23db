package dev.slipway.check.assertion;

import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Map;

/** What assertions may refer to: an attempt's variables, and the lab's nodes, of which the first is meant if none is named. */
public record Scope(Map<String, String> variables, List<NodeName> nodes) {
    public Scope {
        variables = Map.copyOf(variables);
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a lab has at least one node");
        }
    }

    NodeName firstNode() {
        return nodes.getFirst();
    }
}
