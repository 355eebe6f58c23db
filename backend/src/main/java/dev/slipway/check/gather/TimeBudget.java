package dev.slipway.check.gather;

import java.time.Duration;

/** The remaining time of a wave, which all requests of the wave share. */
final class TimeBudget {
    private final long end;
    private final Duration most;

    /** @param most the maximum timeout of one request */
    TimeBudget(Duration all, Duration most) {
        this.end = System.nanoTime() + all.toNanos();
        this.most = most;
    }

    boolean isSpent() {
        return end - System.nanoTime() <= 0;
    }

    /** Returns the timeout of the next request. */
    Duration next() {
        var left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        return left.compareTo(most) < 0 ? left : most;
    }
}
