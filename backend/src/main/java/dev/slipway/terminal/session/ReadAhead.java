package dev.slipway.terminal.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Flow control of one session: limits how far the platform reads the shell's output ahead of the driver's
 * acknowledgements. Not thread-safe; the session's lock guards it.
 */
final class ReadAhead {
    private final Condition changed;
    private final int window;
    private final Duration holdFor;
    private long pause;
    private @Nullable Viewer driver;
    private @Nullable Hold hold;

    /** Last acknowledgement of a driver that lost its connection and may reconnect. */
    private record Hold(long acked, Instant until) {}

    /**
     * @param window number of bytes that may be unacknowledged
     * @param holdFor how long reading waits for a driver that lost its connection
     */
    ReadAhead(Condition changed, int window, Duration holdFor) {
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

    /** Starts waiting for a lost driver, because no other viewer is connected. */
    void hold(Viewer lost, Instant now) {
        driver = null;
        hold = lost.setsPace() ? new Hold(lost.acked(), now.plus(holdFor)) : null;
    }

    /** Stops waiting for a lost driver after {@code holdFor}. */
    void tick(Instant now) {
        if (hold != null && now.isAfter(hold.until())) {
            hold = null;
        }
        changed.signal();
    }

    /** Wakes the reading thread, because a value that the pace depends on has changed. */
    void changed() {
        changed.signal();
    }

    /** Delays the next read by this many nanoseconds, so that other flooding terminals can use the time. */
    void pause(long nanoseconds) {
        pause = nanoseconds;
    }

    /**
     * Waits until the platform may read the shell's output again or the session has ended. Releases the lock while it
     * waits.
     */
    void awaitRoom(OutputBuffer output, BooleanSupplier over) throws InterruptedException {
        while (!over.getAsBoolean() && pause > 0) {
            pause = changed.awaitNanos(pause);
        }
        while (!over.getAsBoolean() && output.end() - acked(output.end()) >= window) {
            changed.await();
        }
    }

    /**
     * Returns the offset up to which the driver has parsed the output; this also applies to a lost driver that reading
     * still waits for. Returns {@code end} if there is no driver or the driver's page is hidden, because a hidden page
     * parses slowly.
     */
    private long acked(long end) {
        if (driver != null) {
            return driver.setsPace() ? driver.acked() : end;
        }
        return hold != null ? hold.acked() : end;
    }
}
