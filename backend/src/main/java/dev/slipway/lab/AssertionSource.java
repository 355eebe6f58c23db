package dev.slipway.lab;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An assertion as the author wrote it. Module {@code check} interprets the assertion. Its variables are not filled in
 * yet: see {@link Variables#fill(JsonNode, java.util.Map)}.
 *
 * @param kind the kind of assertion, such as {@code container.running}
 * @param arguments an object, or an array for {@code event.sequence}, {@code any} and {@code none}; an object also
 *     contains the message, if there is one
 * @param message text that the learner reads instead of the built-in sentence when the assertion fails
 * @param nested the members of {@code any} and {@code none}, each with its own position; empty for all other kinds
 */
public record AssertionSource(
        String kind,
        JsonNode arguments,
        SourcePosition position,
        Optional<String> message,
        List<AssertionSource> nested) {
    public AssertionSource {
        nested = List.copyOf(nested);
    }

    public AssertionSource(String kind, JsonNode arguments, SourcePosition position) {
        this(kind, arguments, position, Optional.empty(), List.of());
    }
}
