package dev.slipway.lab.folder;

import dev.slipway.lab.SourcePosition;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A YAML document as JSON, with the place of each key and value by JSON pointer.
 *
 * @param keys where the keys of objects stand, by the pointer to their value
 */
record YamlDocument(String file, JsonNode tree, Map<String, SourcePosition> values, Map<String, SourcePosition> keys) {

    /** Where a value stands, or the nearest thing around it that has a place. */
    SourcePosition positionOf(String pointer) {
        for (var at = pointer; ; at = parent(at)) {
            var position = values.get(at);
            if (position != null) {
                return position;
            }
            if (at.isEmpty()) {
                return new SourcePosition(file, 1, 1);
            }
        }
    }

    /** Where the key of a value stands; for a member of an array, the member. */
    SourcePosition positionOfKey(String pointer) {
        var position = keys.get(pointer);
        return position == null ? positionOf(pointer) : position;
    }

    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private static String parent(String pointer) {
        return pointer.substring(0, Math.max(pointer.lastIndexOf('/'), 0));
    }
}
