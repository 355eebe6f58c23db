package dev.slipway.engine.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How much is left of a time that several steps share. */
public final class Remaining {
    private final long end;

    private Remaining(long end) {
        this.end = end;
    }

    public static Remaining of(Duration timeout) {
        return new Remaining(System.nanoTime() + timeout.toNanos());
    }

    /** What is left, never less than zero. */
    public Duration time() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    public boolean isOver() {
        return time().isZero();
    }

    /** Sleeps, at most for what is left. An interrupted thread goes on at once, still marked as interrupted. */
    public void pause(Duration wanted) {
        var left = time();
        LockSupport.parkNanos(wanted.compareTo(left) < 0 ? wanted.toNanos() : left.toNanos());
    }
}
