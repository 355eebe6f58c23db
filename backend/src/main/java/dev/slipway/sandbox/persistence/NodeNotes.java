package dev.slipway.sandbox.persistence;

import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Converts the notes on broken nodes to and from JSON. The notes are a map from the name of a node to the cause of its
 * defect; the cause is empty while the node's reset is in progress.
 */
final class NodeNotes {
    static final String RESET_UNDER_WAY = "";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NodeNotes() {}

    /** Returns the notes as a modifiable map. */
    static Map<String, String> fromJson(@Nullable String json) {
        return json == null ? new TreeMap<>() : JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    }

    /** Returns the nodes whose reset is in progress. */
    static List<NodeName> inReset(Map<String, String> notes) {
        return notes.entrySet().stream()
                .filter(node -> node.getValue().equals(RESET_UNDER_WAY))
                .map(node -> new NodeName(node.getKey()))
                .toList();
    }

    static @Nullable String toJson(Map<String, String> notes) {
        return notes.isEmpty() ? null : JSON.writeValueAsString(notes);
    }
}
