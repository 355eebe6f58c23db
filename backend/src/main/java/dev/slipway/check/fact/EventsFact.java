package dev.slipway.check.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The events that a node engine has reported, in order, and the gaps in which events are missing. */
public record EventsFact(List<Event> events, List<Gap> gaps) {
    public EventsFact {
        events = List.copyOf(events);
        gaps = List.copyOf(gaps);
    }

    /**
     * An event of the engine.
     *
     * @param id the id of the object that the event is about
     * @param name the name of that object, empty if it has none
     * @param image the image of that object if it is a container, otherwise empty
     */
    public record Event(
            Instant at, String type, String action, String id, String name, String image, Optional<Integer> exitCode) {}

    /** A period in which events are missing, with the reason. */
    public record Gap(Instant from, Instant to, String reason) {}
}
