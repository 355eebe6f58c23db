package dev.slipway.check.run;

import java.time.Duration;
import java.time.Instant;

/**
 * Rate limit for changes of the text that a failing task shows: a short burst of changes, then one change per second.
 * Without this limit, an engine that changes continuously, for example because a container restarts in a loop, would
 * cause a stored verdict and a redrawn page with each wave. Confined to the thread of its attempt.
 */
final class RewordingPace {
    /**
     * Number of changes that are allowed without delay: as many as the commands that a learner types within a few
     * seconds. The page then shows the result of each command immediately.
     */
    static final int BURST = 5;
    /** Time that a learner needs to read a sentence. */
    static final Duration INTERVAL = Duration.ofSeconds(1);

    /** Time until the whole burst is available again. */
    private static final Duration LONGEST = INTERVAL.multipliedBy(BURST);

    /** Instant at which the whole burst is available again. */
    private Instant full = Instant.EPOCH;

    boolean allows(Instant now) {
        var clockWasSetBack = full.isAfter(now.plus(LONGEST));
        return clockWasSetBack || !now.isBefore(due());
    }

    /** Returns when the next change is allowed; a time in the past if a change is allowed already. */
    Instant due() {
        return full.minus(LONGEST).plus(INTERVAL);
    }

    /** Counts a change. After any number of changes, the next change is allowed after one interval at the latest. */
    void step(Instant now) {
        var next = (full.isBefore(now) ? now : full).plus(INTERVAL);
        var latest = now.plus(LONGEST);
        full = next.isAfter(latest) ? latest : next;
    }
}
