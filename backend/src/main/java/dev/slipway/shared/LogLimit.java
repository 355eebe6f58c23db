package dev.slipway.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A bound on log lines that strangers can cause: one line a minute for each of them, with the number of lines that were
 * left out since. Its own monitor guards the map.
 */
public final class LogLimit {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    /** Some 100 KB of memory. Addresses beyond it share one line a minute, so that many addresses fill no disk either. */
    private static final int MAX_SOURCES = 1024;

    private static final String OTHERS = "";

    private final Clock clock;
    private final Map<String, Told> told = new LinkedHashMap<>();

    private static final class Told {
        private Instant at;
        private long since;

        Told(Instant at) {
            this.at = at;
        }
    }

    public LogLimit(Clock clock) {
        this.clock = clock;
    }

    /**
     * Decides whether something that this source caused is logged now.
     *
     * @param source for instance its address
     * @return how many lines were left out since the last one; empty if this one is left out as well
     */
    public synchronized OptionalLong admit(@Nullable String source) {
        var now = clock.instant();
        if (told.size() >= MAX_SOURCES) {
            told.values().removeIf(old -> isOver(old, now));
        }
        var name = source == null ? OTHERS : source;
        var key = told.containsKey(name) || told.size() < MAX_SOURCES ? name : OTHERS;
        var last = told.get(key);
        if (last == null) {
            told.put(key, new Told(now));
            return OptionalLong.of(0);
        }
        if (!isOver(last, now)) {
            last.since++;
            return OptionalLong.empty();
        }
        var left = last.since;
        last.at = now;
        last.since = 0;
        return OptionalLong.of(left);
    }

    private static boolean isOver(Told last, Instant now) {
        return !now.isBefore(last.at.plus(PERIOD));
    }
}
