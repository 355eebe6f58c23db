package dev.slipway.sandbox;

import java.time.Instant;
import java.util.Map;

/**
 * Something that a node engine reports. The engine is the learner's, so any field may be empty or untrue; texts are cut.
 *
 * @param at from the engine's clock, in nanoseconds
 * @param type of the object that it happened to, such as {@code container}
 * @param action what happened, such as {@code start}
 * @param id of the object that it happened to
 * @param attributes of those that {@link dev.slipway.sandbox.NodeEvents} promises
 */
public record NodeEvent(Instant at, String type, String action, String id, Map<String, String> attributes) {
    public NodeEvent {
        attributes = Map.copyOf(attributes);
    }

    /** An attribute, empty if the event has none of this name. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
