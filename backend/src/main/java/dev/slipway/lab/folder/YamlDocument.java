package dev.slipway.lab.folder;

import dev.slipway.lab.SourcePosition;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A YAML document as JSON, with the position of each key and value by JSON pointer.
 *
 * @param keys positions of the keys of objects, by the pointer to their value
 */
record YamlDocument(String file, JsonNode tree, Map<String, SourcePosition> values, Map<String, SourcePosition> keys) {

    /** Returns the position of a value, or of the nearest enclosing value that has a position. */
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

    /** Returns the position of the key of a value; for an element of an array, returns the position of the element. */
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
