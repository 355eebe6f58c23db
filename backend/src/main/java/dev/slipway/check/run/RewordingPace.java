package dev.slipway.check.run;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a task that goes on failing may change its words: a few times at once, then once a second. An engine that
 * changes all the time, such as one whose container restarts for ever, would otherwise cause a stored verdict and a
 * redrawn page with each wave. Belongs to the thread of its attempt.
 */
final class RewordingPace {
    /** As many steps as a learner takes within a few seconds, each of which deserves its words at once. */
    static final int BURST = 5;
    /** Nobody reads faster. */
    static final Duration INTERVAL = Duration.ofSeconds(1);

    /** How long it takes until the whole burst is available again. */
    private static final Duration LONGEST = INTERVAL.multipliedBy(BURST);

    /** When the whole burst is available again. */
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
