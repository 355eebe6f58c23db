package dev.slipway.sandbox.persistence;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON form of a map from node names to texts. */
final class NodeNotes {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NodeNotes() {}

    /** Returns a modifiable map. */
    static Map<String, String> fromJson(@Nullable String json) {
        return json == null ? new TreeMap<>() : JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    }

    static @Nullable String toJson(Map<String, String> notes) {
        return notes.isEmpty() ? null : JSON.writeValueAsString(notes);
    }
}
