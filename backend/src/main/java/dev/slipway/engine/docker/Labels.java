package dev.slipway.engine.docker;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts labels to and from the form of the engine's API. */
final class Labels {
    private Labels() {}

    /** Returns a filter for objects that have all these labels. */
    static List<String> filter(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList();
    }

    /** Returns the labels of an object; the engine omits this field if the object has no labels. */
    static Map<String, String> of(@Nullable Map<String, String> labels) {
        return labels == null ? Map.of() : Map.copyOf(labels);
    }
}
