package dev.slipway.check.gather;

import java.time.Duration;

/** The time that is left for a wave, shared by its requests. */
final class TimeBudget {
    private final long end;
    private final Duration most;

    /** @param most that any one request gets */
    TimeBudget(Duration all, Duration most) {
        this.end = System.nanoTime() + all.toNanos();
        this.most = most;
    }

    boolean isSpent() {
        return end - System.nanoTime() <= 0;
    }

    /** What the next request may take. */
    Duration next() {
        var left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        return left.compareTo(most) < 0 ? left : most;
    }
}
