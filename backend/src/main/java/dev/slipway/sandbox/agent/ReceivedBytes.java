package dev.slipway.sandbox.agent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Output of a stream that has arrived and has not been read, in a ring that grows up to the credit of the stream. The
 * connection's thread adds bytes and never waits; one thread reads them.
 */
final class ReceivedBytes extends InputStream {
    private static final int FIRST_PIECE = 8 * 1024;

    private final ReceiveMemory memory;
    private final Credits credits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    @GuardedBy("lock")
    private byte[] ring = new byte[0];

    @GuardedBy("lock")
    private int start;

    @GuardedBy("lock")
    private int size;

    @GuardedBy("lock")
    private boolean ended;

    @GuardedBy("lock")
    private @Nullable String failure;

    @GuardedBy("lock")
    private int owed;

    /** Sends credit to the agent. */
    interface Credits {
        void give(int bytes) throws IOException;
    }

    ReceivedBytes(ReceiveMemory memory, Credits credits) {
        this.memory = memory;
        this.credits = credits;
    }

    /**
     * Adds bytes that have arrived. Bytes that arrive after the end are dropped.
     *
     * @return false if there is no memory for the bytes
     */
    boolean add(byte[] bytes) {
        lock.lock();
        try {
            if (ended || failure != null) {
                return true;
            }
            if (!makeRoom(bytes.length)) {
                return false;
            }
            var at = (start + size) % ring.length;
            var first = Math.min(bytes.length, ring.length - at);
            System.arraycopy(bytes, 0, ring, at, first);
            System.arraycopy(bytes, first, ring, 0, bytes.length - first);
            size += bytes.length;
            news.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private boolean makeRoom(int length) {
        var needed = size + length;
        if (needed <= ring.length) {
            return true;
        }
        var capacity = FIRST_PIECE;
        while (capacity < needed) {
            capacity *= 2;
        }
        if (!memory.take(common(capacity) - common(ring.length))) {
            return false;
        }
        var larger = new byte[capacity];
        copyTo(larger, 0, size);
        ring = larger;
        start = 0;
        return true;
    }

    @GuardedBy("lock")
    private void copyTo(byte[] target, int offset, int length) {
        var first = Math.min(length, ring.length - start);
        System.arraycopy(ring, start, target, offset, first);
        System.arraycopy(ring, 0, target, offset + first, length - first);
    }

    private static int common(int capacity) {
        return Math.max(0, capacity - FIRST_PIECE);
    }

    /** Ends the output: the reader gets the rest and then the end. */
    void end() {
        lock.lock();
        try {
            ended = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the output with an error, which the reader gets after the rest of the output. */
    void fail(String reason) {
        lock.lock();
        try {
            if (!ended && failure == null) {
                failure = reason;
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Drops the rest of the output and gives its memory back. */
    void drop() {
        lock.lock();
        try {
            ended = true;
            size = 0;
            release();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void release() {
        memory.giveBack(common(ring.length));
        ring = new byte[0];
        start = 0;
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count;
        int due;
        lock.lock();
        try {
            awaitBytes();
            if (size == 0) {
                return atEnd();
            }
            count = Math.min(length, size);
            copyTo(target, offset, count);
            start = (start + count) % ring.length;
            size -= count;
            if (size == 0 && ring.length > FIRST_PIECE) {
                release();
            }
            due = due(count);
        } finally {
            lock.unlock();
        }
        if (due > 0) {
            credits.give(due);
        }
        return count;
    }

    @GuardedBy("lock")
    private void awaitBytes() throws InterruptedIOException {
        try {
            while (size == 0 && !ended && failure == null) {
                news.await();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for output");
        }
    }

    @GuardedBy("lock")
    private int atEnd() throws IOException {
        if (failure != null) {
            throw new IOException(failure);
        }
        return -1;
    }

    /** Returns the credit that is to be given now. Small amounts are collected, so that a keystroke sends no frame. */
    @GuardedBy("lock")
    private int due(int count) {
        owed += count;
        if (ended || owed < AgentFrame.OUTPUT_CREDIT / 4) {
            return 0;
        }
        var due = owed;
        owed = 0;
        return due;
    }
}
