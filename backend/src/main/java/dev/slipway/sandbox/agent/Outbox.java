package dev.slipway.sandbox.agent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Frames that wait to be sent to one agent. One thread of its own writes them, so an interrupted user of a stream never
 * interrupts a write, which would close the connection. Thread-safe.
 */
final class Outbox {
    /** Number of waiting bytes from which on data waits. */
    private static final int ROOM = 1024 * 1024;

    /**
     * Maximum number of waiting bytes. Only an agent that causes many small answers and reads none of them reaches it.
     */
    private static final int LIMIT = 8 * ROOM;

    private final AgentTransport transport;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    @GuardedBy("lock")
    private final Queue<ByteBuffer> frames = new ArrayDeque<>();

    @GuardedBy("lock")
    private int bytes;

    /** Time at which {@link #ROOM} was reached, as {@link System#nanoTime}; 0 if fewer bytes wait. */
    @GuardedBy("lock")
    private long fullSince;

    @GuardedBy("lock")
    private boolean closed;

    /** Time at which the current write began, as {@link System#nanoTime}; 0 if there is none. */
    private volatile long writingSince;

    Outbox(AgentTransport transport) {
        this.transport = transport;
    }

    /**
     * Waits while many bytes wait to be sent.
     *
     * @throws IOException if the connection has ended, or the thread is interrupted
     */
    void awaitRoom() throws IOException {
        lock.lock();
        try {
            while (bytes >= ROOM && !closed) {
                news.await();
            }
            checkOpen();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the node to read");
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds a frame. Never waits.
     *
     * @throws IOException if the connection has ended, or too many bytes wait to be sent
     */
    void add(ByteBuffer frame) throws IOException {
        lock.lock();
        try {
            checkOpen();
            if (bytes + frame.remaining() > LIMIT) {
                throw new IOException("the node does not read what the platform sends");
            }
            frames.add(frame);
            bytes += frame.remaining();
            if (bytes >= ROOM && fullSince == 0) {
                fullSince = System.nanoTime();
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("the connection to the node was lost");
        }
    }

    /**
     * Writes frames until the connection ends.
     *
     * @throws IOException if the connection is lost
     */
    void writeAll() throws IOException {
        for (ByteBuffer frame; (frame = next()) != null; ) {
            var length = frame.remaining();
            writingSince = System.nanoTime();
            transport.write(frame);
            writingSince = 0;
            written(length);
        }
    }

    private @Nullable ByteBuffer next() {
        lock.lock();
        try {
            while (frames.isEmpty() && !closed) {
                news.awaitUninterruptibly();
            }
            return closed ? null : frames.remove();
        } finally {
            lock.unlock();
        }
    }

    private void written(int length) {
        lock.lock();
        try {
            bytes -= length;
            if (bytes < ROOM) {
                fullSince = 0;
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether the agent has not read a frame, or has read too little, for this time. */
    boolean isStalled(Duration patience) {
        if (isLongerAgo(writingSince, patience)) {
            return true;
        }
        lock.lock();
        try {
            return isLongerAgo(fullSince, patience);
        } finally {
            lock.unlock();
        }
    }

    private static boolean isLongerAgo(long since, Duration time) {
        return since != 0 && System.nanoTime() - since > time.toNanos();
    }

    /** Drops the frames that wait; a thread that waits for room gets an error. */
    void close() {
        lock.lock();
        try {
            closed = true;
            frames.clear();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
