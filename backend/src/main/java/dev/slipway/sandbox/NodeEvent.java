package dev.slipway.sandbox;

import java.time.Instant;
import java.util.Map;

/**
 * Event that a node engine reports. The engine belongs to the learner, so any field may be empty or untrue; long texts
 * are cut.
 *
 * @param at time of the event by the engine's clock, precise to the nanosecond
 * @param type type of the object that the event is about, such as {@code container}
 * @param action name of the action, such as {@code start}
 * @param id id of the object that the event is about
 * @param attributes the attributes that {@link dev.slipway.sandbox.NodeEvents} lists
 */
public record NodeEvent(Instant at, String type, String action, String id, Map<String, String> attributes) {
    public NodeEvent {
        attributes = Map.copyOf(attributes);
    }

    /** Returns the attribute of this name; an empty text if the event has no such attribute. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
