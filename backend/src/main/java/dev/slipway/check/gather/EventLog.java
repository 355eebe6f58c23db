package dev.slipway.check.gather;

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
 * What a node engine has reported: for each assertion those events that it may ask for, so that others push out none of
 * them, and a few of the newest besides, which are what a learner remembers. Guarded by its own monitor.
 */
final class EventLog {
    /** Each is a restart of the engine; more of them tell nothing more. */
    private static final int MAX_GAPS = 20;
    /** An engine may repeat events; those that are older than so many are not news either. */
    private static final int MAX_KNOWN = 100;
    /** As many as a verdict shows of each type, of as many types as Docker has. */
    private static final int SHOWN = 5;

    private static final int MAX_TYPES = 12;
    /** For each assertion at least, whatever the limit for all. */
    private static final int LEAST = 50;

    private final int limit;
    private final List<Memory> memories;
    private final Map<String, Deque<Numbered>> newest = new HashMap<>();
    private final Deque<Event> known = new ArrayDeque<>();
    private final List<Gap> gaps = new ArrayList<>();
    private Optional<Gap> doubtful = Optional.empty();
    private Instant since;
    private long count;

    /**
     * @param limit of events that are remembered, for all assertions together
     * @param wanted for each assertion, the events that it may ask for
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

    /** From when reports are wanted: inclusive, so that an engine that has not forgotten repeats the last one. */
    synchronized Instant since() {
        return known.isEmpty() ? since : known.getLast().at();
    }

    /** Whether an assertion may ask for it. */
    boolean isWanted(Event event) {
        return memories.stream().anyMatch(memory -> memory.wanted().test(event));
    }

    /**
     * Takes an event and says whether it is news. One that is repeated proves that nothing was missed.
     *
     * @param shown whether it means something to a learner; it is kept for assertions in either case
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

    private void forget(Event forgotten) {
        gaps.removeIf(gap -> gap.to().isBefore(forgotten.at()) || gap.from().equals(since));
        gaps.addFirst(new Gap(since, forgotten.at(), "too many events to keep"));
    }

    /** Reports are missing, unless the engine repeats the last one that is known. */
    synchronized void broken(Instant from, Instant to) {
        doubtful = Optional.of(gap(from, to, "the engine was not answering"));
    }

    /** Reports may be missing since the last one that is known. */
    synchronized void missed(Instant now) {
        gap(since(), now, "the engine reported more than could be read");
    }

    private Gap gap(Instant from, Instant to, String reason) {
        if (gaps.size() == MAX_GAPS) {
            gaps.removeFirst();
        }
        var gap = new Gap(from, to, reason);
        gaps.add(gap);
        return gap;
    }

    /** Begins again with another engine. */
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
