package dev.slipway.check.run;

import java.time.Duration;
import java.time.Instant;

/**
 * Rate limit for the words of a task that keeps failing: a short burst, then one change per second. Without it, an
 * engine that changes continuously, for example because a container restarts in a loop, would cause a stored verdict
 * and a redrawn page with each wave. Confined to the thread of its attempt.
 */
final class RewordingPace {
    /** Number of commands that a learner types within a few seconds; the page shows the result of each immediately. */
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

    /** Returns when the next change is allowed; a time in the past if one is allowed already. */
    Instant due() {
        return full.minus(LONGEST).plus(INTERVAL);
    }

    /** Counts a change. However many there were, the next one is due after one interval. */
    void step(Instant now) {
        var next = (full.isBefore(now) ? now : full).plus(INTERVAL);
        var latest = now.plus(LONGEST);
        full = next.isAfter(latest) ? latest : next;
    }
}
