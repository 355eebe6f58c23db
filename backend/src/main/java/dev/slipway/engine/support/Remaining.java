package dev.slipway.engine.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The rest of a timeout that several steps share. */
public final class Remaining {
    private final long end;

    private Remaining(long end) {
        this.end = end;
    }

    /** Starts a timeout. */
    public static Remaining of(Duration timeout) {
        return new Remaining(System.nanoTime() + timeout.toNanos());
    }

    /** Returns the rest of the timeout, never less than zero. */
    public Duration time() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    public boolean isOver() {
        return time().isZero();
    }

    /**
     * Waits for the given time, but at most for the rest of the timeout. Callers use it between two polls of a state
     * whose changes are not reported. If the thread is interrupted, the method returns at once and the thread stays
     * marked as interrupted.
     */
    public void pause(Duration wanted) {
        var left = time();
        LockSupport.parkNanos(wanted.compareTo(left) < 0 ? wanted.toNanos() : left.toNanos());
    }
}
