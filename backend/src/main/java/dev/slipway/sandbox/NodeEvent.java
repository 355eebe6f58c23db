package dev.slipway.sandbox;

import java.time.Instant;
import java.util.Map;

/**
 * Event that a node engine reports. The engine belongs to the learner, so any field may be empty or untrue; long texts
 * are cut.
 *
 * @param at time of the event by the engine's clock, in nanoseconds
 * @param type type of the object that the event is about, such as {@code container}
 * @param action what happened, such as {@code start}
 * @param id id of the object that the event is about
 * @param attributes the attributes that {@link dev.slipway.sandbox.NodeEvents} lists
 */
public record NodeEvent(Instant at, String type, String action, String id, Map<String, String> attributes) {
    public NodeEvent {
        attributes = Map.copyOf(attributes);
    }

    /** Returns an attribute; empty if the event has none of this name. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
