package dev.slipway.check.assertion;

import dev.slipway.check.fact.EventsFact;
import dev.slipway.check.fact.EventsFact.Event;
import java.util.Set;
import java.util.stream.Collectors;

/** How a node engine's reports are spoken of to learners. */
final class EventTexts {
    /** The newest few are those that the learner remembers. */
    private static final int SHOWN = 5;

    private EventTexts() {}

    /** The newest events of the kinds in question. */
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

    /** Says so where reports are missing: what was done then has to be done again. */
    static String reason(String sentence, EventsFact log) {
        return log.gaps().isEmpty()
                ? sentence
                : sentence + " Some of the engine's reports are missing; if you have done it already, do it again.";
    }

    private static String text(Event event) {
        return event.type() + " " + event.action() + (event.name().isEmpty() ? "" : " " + event.name());
    }
}
