package dev.slipway.terminal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How far a session's shell is read ahead of its driver's acknowledgements. Not for use by several threads at once; its
 * session's lock guards it.
 */
final class Pace {
    private final Condition changed;
    private final int window;
    private final Duration holdFor;
    private long pause;
    private @Nullable Viewer driver;
    private @Nullable Hold hold;

    /** The pace of a driver who lost the connection and may come back. */
    private record Hold(long acked, Instant until) {}

    /**
     * @param window how many bytes may be unacknowledged
     * @param holdFor how long a lost driver's pace is kept
     */
    Pace(Condition changed, int window, Duration holdFor) {
        this.changed = changed;
        this.window = window;
        this.holdFor = holdFor;
    }

    int window() {
        return window;
    }

    void setBy(Viewer newDriver) {
        driver = newDriver;
        hold = null;
        changed.signal();
    }

    /** The driver has left and nobody else is here. */
    void hold(Viewer lost, Instant now) {
        driver = null;
        hold = lost.setsPace() ? new Hold(lost.acked(), now.plus(holdFor)) : null;
    }

    /** Lets go of what waited too long. */
    void tick(Instant now) {
        if (hold != null && now.isAfter(hold.until())) {
            hold = null;
        }
        changed.signal();
    }

    /** Something that the pace depends on is different now. */
    void changed() {
        changed.signal();
    }

    /** Before the next read, so many nanoseconds are somebody else's. */
    void pause(long nanoseconds) {
        pause = nanoseconds;
    }

    /** Waits until more may be read or that is of no more use; lets go of the lock meanwhile. */
    void awaitRoom(OutputBuffer output, BooleanSupplier over) throws InterruptedException {
        while (!over.getAsBoolean() && pause > 0) {
            pause = changed.awaitNanos(pause);
        }
        while (!over.getAsBoolean() && output.end() - acked(output.end()) >= window) {
            changed.await();
        }
    }

    /** The offset that the driver has parsed; the end if there is none, or nobody looks at it: a hidden page is slow. */
    private long acked(long end) {
        if (driver != null) {
            return driver.setsPace() ? driver.acked() : end;
        }
        return hold != null ? hold.acked() : end;
    }
}
