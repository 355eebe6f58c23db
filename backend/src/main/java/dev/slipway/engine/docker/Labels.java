package dev.slipway.engine.docker;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels as the engine writes them. */
final class Labels {
    private Labels() {}

    /** A filter for objects that carry all of them. */
    static List<String> filter(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .toList();
    }

    /** The engine leaves labels out where there are none. */
    static Map<String, String> of(@Nullable Map<String, String> labels) {
        return labels == null ? Map.of() : Map.copyOf(labels);
    }
}
