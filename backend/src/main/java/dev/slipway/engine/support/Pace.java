package dev.slipway.engine.support;

import java.time.Duration;

/**
 * Lets something happen at a steady rate, with a number of times in reserve for when little has happened before. Times
 * are of {@link System#nanoTime}. For one thread at a time.
 */
public final class Pace {
    private final long interval;
    private final long reserve;
    /** When the reserve is full again. */
    private long full;

    /**
     * @param interval between two times once the reserve is used up
     * @param times in reserve
     */
    public Pace(Duration interval, int times) {
        this.interval = interval.toNanos();
        this.reserve = this.interval * (times - 1);
        this.full = System.nanoTime();
    }

    /** How long to wait before the next time; zero or less if not at all. */
    public long nanosLeft() {
        return full - reserve - System.nanoTime();
    }

    /** It happens now. */
    public void step() {
        var now = System.nanoTime();
        full = (full - now > 0 ? full : now) + interval;
    }
}
