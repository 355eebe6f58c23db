package dev.slipway.check.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a node engine has reported, in order, and where reports are missing. */
public record EventsFact(List<Event> events, List<Gap> gaps) {
    public EventsFact {
        events = List.copyOf(events);
        gaps = List.copyOf(gaps);
    }

    /**
     * Something that happened in the engine.
     *
     * @param id of what it happened to
     * @param name of what it happened to, empty if it has none
     * @param image of the container that it happened to, empty for anything else
     */
    public record Event(
            Instant at, String type, String action, String id, String name, String image, Optional<Integer> exitCode) {}

    /** A stretch of time of which reports are missing, with a sentence that says why. */
    public record Gap(Instant from, Instant to, String reason) {}
}
