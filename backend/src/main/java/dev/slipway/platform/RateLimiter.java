package dev.slipway.platform;

import java.time.Duration;

/**
 * A rate limit with bursts: it allows one step per interval, and a number of steps at once after a quiet time. It uses
 * {@link System#nanoTime}. For one thread at a time.
 */
public final class RateLimiter {
    private final long interval;
    private final long reserve;
    /** Time at which the reserve is full again. */
    private long full;

    /**
     * @param interval time between two steps when the reserve is used up
     * @param times number of steps in reserve
     */
    public RateLimiter(Duration interval, int times) {
        this.interval = interval.toNanos();
        this.reserve = this.interval * (times - 1);
        this.full = System.nanoTime();
    }

    /** Returns how many nanoseconds to wait before the next step; zero or less if it may happen now. */
    public long nanosLeft() {
        return full - reserve - System.nanoTime();
    }

    /** Records a step. */
    public void step() {
        var now = System.nanoTime();
        full = (full - now > 0 ? full : now) + interval;
    }
}
