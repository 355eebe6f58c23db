package dev.slipway.platform;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A limit on log lines that unauthenticated clients can cause: one line per minute and source, with the number of lines
 * that were suppressed since the source's previous line. The object's monitor guards the map and its entries.
 */
public final class LogLimit {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    /**
     * Maximum number of sources that have a limit of their own; they take about 100 KB of memory. All further sources
     * share one line per minute, so that a client with many addresses cannot fill the disk either.
     */
    private static final int MAX_SOURCES = 1024;

    private static final String OTHERS = "";

    private final Clock clock;

    @GuardedBy("this")
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
     * Decides whether an event that this source caused is logged now.
     *
     * @param source name of the source, for instance the client's address; all events without a source share one limit
     * @return the number of lines that were suppressed since the previous line; empty if this line must be suppressed
     *     too
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
