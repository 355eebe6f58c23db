package dev.slipway.check.assertion;

import dev.slipway.check.fact.EventsFact;
import dev.slipway.check.fact.EventsFact.Event;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts for learners about events of a node engine. */
final class EventTexts {
    /** Maximum number of events that a text lists. A learner remembers only the newest events. */
    private static final int SHOWN = 5;

    private EventTexts() {}

    /** Returns a text that lists the newest events of these types. */
    static String newest(EventsFact log, Set<String> types) {
        var events = log.events().stream().filter(e -> types.contains(e.type())).toList();
        if (events.isEmpty()) {
            return "no such event";
        }
        return "last: "
                + events.subList(Math.max(0, events.size() - SHOWN), events.size()).stream()
                        .map(EventTexts::text)
                        .collect(Collectors.joining(", "));
    }

    /**
     * Returns the sentence. If events are missing, adds a hint: the event may be among them, so the learner must repeat
     * the command that caused it.
     */
    static String reason(String sentence, EventsFact log) {
        return log.gaps().isEmpty()
                ? sentence
                : sentence + " Some of the engine's reports are missing; if you have done it already, do it again.";
    }

    private static String text(Event event) {
        return event.type() + " " + event.action() + (event.name().isEmpty() ? "" : " " + event.name());
    }
}
