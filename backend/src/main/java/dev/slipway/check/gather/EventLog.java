package dev.slipway.check.gather;

import dev.slipway.check.fact.EventsFact;
import dev.slipway.check.fact.EventsFact.Event;
import dev.slipway.check.fact.EventsFact.Gap;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What a node engine has reported, the newest so many of it. Guarded by its own monitor. */
final class EventLog {
    /** Each is a restart of the engine; more of them tell nothing more. */
    private static final int MAX_GAPS = 20;

    private final int limit;
    private final Deque<Event> events = new ArrayDeque<>();
    private final List<Gap> gaps = new ArrayList<>();
    private Optional<Gap> doubtful = Optional.empty();
    private Instant since;

    EventLog(int limit, Instant since) {
        this.limit = limit;
        this.since = since;
    }

    /** From when reports are wanted: inclusive, so that an engine that has not forgotten repeats the last one. */
    synchronized Instant since() {
        return events.isEmpty() ? since : events.getLast().at();
    }

    /** Keeps an event and says whether it is news. One that is repeated proves that nothing was missed. */
    synchronized boolean add(Event event) {
        if (!events.isEmpty() && !event.at().isAfter(events.getLast().at()) && events.contains(event)) {
            doubtful.ifPresent(gaps::remove);
            doubtful = Optional.empty();
            return false;
        }
        doubtful = Optional.empty();
        events.addLast(event);
        if (events.size() > limit) {
            var forgotten = events.removeFirst();
            gaps.removeIf(gap -> gap.to().isBefore(forgotten.at()) || gap.from().equals(since));
            gaps.addFirst(new Gap(since, forgotten.at(), "too many events to keep"));
        }
        return true;
    }

    /** Reports are missing, unless the engine repeats the last one that is known. */
    synchronized void broken(Instant from, Instant to) {
        if (gaps.size() == MAX_GAPS) {
            gaps.removeFirst();
        }
        var gap = new Gap(from, to, "the engine was not answering");
        gaps.add(gap);
        doubtful = Optional.of(gap);
    }

    /** Begins anew with another engine. */
    synchronized void restart(Instant now) {
        events.clear();
        gaps.clear();
        doubtful = Optional.empty();
        since = now;
    }

    synchronized EventsFact snapshot() {
        return new EventsFact(List.copyOf(events), gaps);
    }
}
