package dev.slipway.sandbox.persistence;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A text for each of some nodes, by their names, as it is stored. */
final class NodeNotes {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NodeNotes() {}

    /** The result may be changed. */
    static Map<String, String> fromJson(@Nullable String json) {
        return json == null ? new TreeMap<>() : JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
    }

    static @Nullable String toJson(Map<String, String> notes) {
        return notes.isEmpty() ? null : JSON.writeValueAsString(notes);
    }
}
