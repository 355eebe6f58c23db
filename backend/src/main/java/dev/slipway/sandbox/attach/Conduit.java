package dev.slipway.sandbox.attach;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounded pipe between a platform thread, which may block in the kernel, and a virtual thread, which must not. Locking:
 * one lock guards all fields, and both sides wait on its one condition.
 */
final class Conduit {
    /** Same capacity as a pipe of the kernel. */
    private static final int CAPACITY = 1 << 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @GuardedBy("lock")
    private final byte[] ring = new byte[CAPACITY];

    @GuardedBy("lock")
    private int start;

    @GuardedBy("lock")
    private int held;

    @GuardedBy("lock")
    private boolean ended;

    @GuardedBy("lock")
    private boolean aborted;

    /** Ends writing; bytes in the buffer can still be read. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Aborts both sides; bytes in the buffer are lost. */
    void abort() {
        lock.lock();
        try {
            aborted = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the writing side; closing it calls {@link #end}. */
    OutputStream sink() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                for (var written = 0; written < length; ) {
                    written += put(bytes, offset + written, length - written);
                }
            }

            @Override
            public void close() {
                end();
            }
        };
    }

    InputStream source() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return length == 0 ? 0 : take(bytes, offset, length);
            }

            @Override
            public int available() {
                return held();
            }
        };
    }

    private int put(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            while (held == CAPACITY && !ended && !aborted) {
                changed.await();
            }
            if (ended || aborted) {
                throw new IOException("the stream is closed");
            }
            var end = (start + held) % CAPACITY;
            var fitting = Math.min(length, Math.min(CAPACITY - held, CAPACITY - end));
            System.arraycopy(bytes, offset, ring, end, fitting);
            held += fitting;
            changed.signalAll();
            return fitting;
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            lock.unlock();
        }
    }

    private int take(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            while (held == 0 && !ended && !aborted) {
                changed.await();
            }
            if (aborted) {
                throw new IOException("the stream was closed");
            }
            if (held == 0) {
                return -1;
            }
            var taken = Math.min(length, Math.min(held, CAPACITY - start));
            System.arraycopy(ring, start, bytes, offset, taken);
            start = (start + taken) % CAPACITY;
            held -= taken;
            changed.signalAll();
            return taken;
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            lock.unlock();
        }
    }

    private int held() {
        lock.lock();
        try {
            return held;
        } finally {
            lock.unlock();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for the other side");
    }
}
