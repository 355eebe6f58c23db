package dev.slipway.platform;

import java.time.Duration;

/**
 * A rate limit with bursts: it allows one step per interval, and a number of steps at once after a quiet time. It uses
 * {@link System#nanoTime}. Not thread-safe.
 */
public final class RateLimiter {
    private final long interval;
    private final long reserve;
    /** Value of {@link System#nanoTime} at which the maximum number of steps is in reserve again. */
    private long full;

    /**
     * @param interval time between two steps when the reserve is used up
     * @param times maximum number of steps in reserve, which may happen at once
     */
    public RateLimiter(Duration interval, int times) {
        this.interval = interval.toNanos();
        this.reserve = this.interval * (times - 1);
        this.full = System.nanoTime();
    }

    /** Returns how many nanoseconds to wait before the next step; zero or less if the step may happen now. */
    public long nanosLeft() {
        return full - reserve - System.nanoTime();
    }

    /** Records a step. */
    public void step() {
        var now = System.nanoTime();
        full = (full - now > 0 ? full : now) + interval;
    }
}
