package dev.slipway.check.gather;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.check.fact.EventsFact;
import dev.slipway.check.fact.EventsFact.Event;
import dev.slipway.check.fact.EventsFact.Gap;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The events that a node engine has reported. Keeps for each assertion the events that the assertion looks for, so that
 * other events cannot displace them. Also keeps the newest events of each type, which a failed check shows to the
 * learner. The object's monitor guards the lists; the predicates in {@code memories} do not change.
 */
final class EventLog {
    /**
     * Maximum number of gaps that are kept, for example one for each restart of the engine. A longer list does not help
     * a reader.
     */
    private static final int MAX_GAPS = 20;
    /**
     * Number of newest events that are kept to recognise an event that the engine repeats. An event that is older than
     * all of these also counts as repeated.
     */
    private static final int MAX_KNOWN = 100;
    /**
     * Number of newest events that are kept per type: as many as a verdict shows. The next constant is the maximum
     * number of types; Docker has fewer.
     */
    private static final int SHOWN = 5;

    private static final int MAX_TYPES = 12;
    /**
     * Minimum number of events that are kept for each assertion, even if the events of all assertions together then
     * exceed the limit.
     */
    private static final int LEAST = 50;

    private final int limit;
    private final List<Memory> memories;

    @GuardedBy("this")
    private final Map<String, Deque<Numbered>> newest = new HashMap<>();

    @GuardedBy("this")
    private final Deque<Event> known = new ArrayDeque<>();

    @GuardedBy("this")
    private final List<Gap> gaps = new ArrayList<>();

    @GuardedBy("this")
    private Optional<Gap> doubtful = Optional.empty();

    @GuardedBy("this")
    private Instant since;

    @GuardedBy("this")
    private long count;

    /**
     * @param limit the maximum number of events that are kept for all assertions together
     * @param wanted for each assertion, a predicate that selects the events that the assertion looks for
     */
    EventLog(int limit, Instant since, List<Predicate<Event>> wanted) {
        this.limit = wanted.isEmpty() ? limit : Math.max(Math.min(limit, LEAST), limit / wanted.size());
        this.memories = wanted.stream()
                .map(events -> new Memory(events, new ArrayDeque<>()))
                .toList();
        this.since = since;
    }

    private record Memory(Predicate<Event> wanted, Deque<Numbered> events) {}

    private record Numbered(long number, Event event) {}

    /**
     * Returns the time from which events are requested, inclusive. If the engine still has its events, it then repeats
     * the last known event.
     */
    synchronized Instant since() {
        return known.isEmpty() ? since : known.getLast().at();
    }

    /** Returns whether an assertion looks for this event. */
    boolean isWanted(Event event) {
        return memories.stream().anyMatch(memory -> memory.wanted().test(event));
    }

    /**
     * Adds an event and returns whether it is new. If the engine repeats a known event after the stream was
     * interrupted, no event is missing.
     *
     * @param shown whether a verdict may show the event to a learner; the event is kept for assertions in any case
     */
    synchronized boolean add(Event event, boolean shown) {
        if (isKnown(event)) {
            return false;
        }
        doubtful = Optional.empty();
        keep(known, event, MAX_KNOWN);
        var numbered = new Numbered(count++, event);
        if (shown && (newest.size() < MAX_TYPES || newest.containsKey(event.type()))) {
            keep(newest.computeIfAbsent(event.type(), _ -> new ArrayDeque<>()), numbered, SHOWN);
        }
        for (var memory : memories) {
            if (memory.wanted().test(event)) {
                keep(memory.events(), numbered, limit).ifPresent(forgotten -> forget(forgotten.event()));
            }
        }
        return true;
    }

    @GuardedBy("this")
    private boolean isKnown(Event event) {
        if (known.isEmpty() || event.at().isAfter(known.getLast().at())) {
            return false;
        }
        if (known.contains(event)) {
            doubtful.ifPresent(gaps::remove);
            doubtful = Optional.empty();
            return true;
        }
        return known.size() == MAX_KNOWN && event.at().isBefore(known.getFirst().at());
    }

    private static <T> Optional<T> keep(Deque<T> kept, T next, int most) {
        kept.addLast(next);
        return kept.size() > most ? Optional.of(kept.removeFirst()) : Optional.empty();
    }

    @GuardedBy("this")
    private void forget(Event forgotten) {
        var start = since;
        gaps.removeIf(gap -> gap.to().isBefore(forgotten.at()) || gap.from().equals(start));
        gaps.addFirst(new Gap(start, forgotten.at(), "too many events to keep"));
    }

    /**
     * Records a gap, because the stream of events was interrupted. The gap is removed if the engine then repeats a
     * known event before any new one.
     */
    synchronized void broken(Instant from, Instant to) {
        doubtful = Optional.of(gap(from, to, "the engine was not answering"));
    }

    /** Records that events may be missing since the last known event. */
    synchronized void missed(Instant now) {
        gap(since(), now, "the engine reported more than could be read");
    }

    @GuardedBy("this")
    private Gap gap(Instant from, Instant to, String reason) {
        if (gaps.size() == MAX_GAPS) {
            gaps.removeFirst();
        }
        var gap = new Gap(from, to, reason);
        gaps.add(gap);
        return gap;
    }

    /** Clears the log, because a new engine has replaced the engine of the node. */
    synchronized void restart(Instant now) {
        memories.forEach(memory -> memory.events().clear());
        newest.clear();
        known.clear();
        gaps.clear();
        doubtful = Optional.empty();
        since = now;
    }

    synchronized EventsFact snapshot() {
        var events = Stream.concat(
                        newest.values().stream().flatMap(Deque::stream),
                        memories.stream().flatMap(memory -> memory.events().stream()))
                .distinct()
                .sorted(Comparator.comparingLong(Numbered::number))
                .map(Numbered::event)
                .toList();
        return new EventsFact(events, gaps);
    }
}
