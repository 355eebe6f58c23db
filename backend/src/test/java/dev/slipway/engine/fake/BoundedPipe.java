package dev.slipway.engine.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A pipe like that of the kernel: its buffer is bounded, so that a slow reader blocks the writer. Unlike the pipes of
 * the JDK, it may be used by any thread. The lock guards all state.
 */
final class BoundedPipe {
    /** The capacity of a pipe on Linux. */
    private static final int CAPACITY = 64 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<byte[]> chunks = new ArrayDeque<>();
    private int size;
    private boolean ended;
    private boolean broken;

    final InputStream reader = new InputStream() {
        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return length == 0 ? 0 : take(bytes, offset, length);
        }
    };

    final OutputStream writer = new OutputStream() {
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

    private int take(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            while (chunks.isEmpty() && !ended && !broken) {
                changed.awaitUninterruptibly();
            }
            if (broken) {
                throw new IOException("the stream is closed");
            }
            var chunk = chunks.poll();
            if (chunk == null) {
                return -1;
            }
            var count = Math.min(length, chunk.length);
            System.arraycopy(chunk, 0, bytes, offset, count);
            if (count < chunk.length) {
                chunks.addFirst(Arrays.copyOfRange(chunk, count, chunk.length));
            }
            size -= count;
            changed.signalAll();
            return count;
        } finally {
            lock.unlock();
        }
    }

    private int put(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            while (size >= CAPACITY && !broken && !ended) {
                changed.awaitUninterruptibly();
            }
            if (broken || ended) {
                throw new IOException("the stream is closed");
            }
            var count = Math.min(length, CAPACITY - size);
            chunks.add(Arrays.copyOfRange(bytes, offset, offset + count));
            size += count;
            changed.signalAll();
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the pipe: no more bytes can be written, and the bytes in the buffer can still be read. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Breaks the pipe: all further reads and writes fail. */
    void sever() {
        lock.lock();
        try {
            broken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
