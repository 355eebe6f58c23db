package dev.slipway.sandbox.events;

import dev.slipway.platform.RateLimiter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Limits how fast the event stream of one engine is read: an engine that reports faster has to wait, and the other
 * engines do not. Each kibibyte of the stream counts as one step. Each event counts as one more step, because the
 * followers have to process it. One thread may read; any thread may close the stream, which ends a wait of the reading
 * thread.
 */
final class EventThrottle extends FilterInputStream {
    private static final int KIBIBYTE = 1024;
    /**
     * Waiting time after which events may be missing: an engine buffers a thousand events for a slow reader, then drops
     * events.
     */
    private static final Duration LATE = Duration.ofSeconds(1);

    private final RateLimiter pace;
    private final CountDownLatch closed = new CountDownLatch(1);
    private long waited;
    private int bytes;

    EventThrottle(InputStream stream, RateLimiter pace) {
        super(stream);
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(single[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var count = super.read(buffer, offset, length);
        for (bytes += Math.max(0, count); bytes >= KIBIBYTE; bytes -= KIBIBYTE) {
            step();
        }
        return count;
    }

    /** Counts one step, and waits if the pace requires it. */
    void step() {
        var left = pace.nanosLeft();
        if (left > 0) {
            waited += awaitClose(left) ? 0 : left;
        }
        pace.step();
    }

    /** Returns whether the stream was closed within this time. */
    private boolean awaitClose(long nanos) {
        try {
            return closed.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        super.close();
    }

    /**
     * Returns whether the engine has had to wait so long that it may have dropped events. Once this method has returned
     * true, the waiting time is counted from zero again.
     */
    boolean isLate() {
        var late = waited > LATE.toNanos();
        if (late) {
            waited = 0;
        }
        return late;
    }
}
