package dev.slipway.terminal.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounded pipe between two threads, like a pipe of the kernel: when it is full, the writer blocks. Guarded by its lock.
 */
final class BytePipe {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final byte[] ring;
    private long written;
    private long read;
    private boolean closed;

    BytePipe(int capacity) {
        ring = new byte[capacity];
    }

    long bytesRead() {
        lock.lock();
        try {
            return read;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    OutputStream in() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                BytePipe.this.write(bytes, offset, length);
            }

            @Override
            public void close() {
                BytePipe.this.close();
            }
        };
    }

    InputStream out() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return length == 0 ? 0 : BytePipe.this.read(bytes, offset, length);
            }
        };
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        lock.lock();
        try {
            var from = offset;
            while (from < offset + length) {
                while (written - read == ring.length && !closed) {
                    changed.awaitUninterruptibly();
                }
                if (closed) {
                    throw new IOException("pipe closed");
                }
                var at = (int) (written % ring.length);
                var free = (int) (ring.length - (written - read));
                var count = Math.min(Math.min(free, ring.length - at), offset + length - from);
                System.arraycopy(bytes, from, ring, at, count);
                from += count;
                written += count;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private int read(byte[] bytes, int offset, int length) {
        lock.lock();
        try {
            while (written == read && !closed) {
                changed.awaitUninterruptibly();
            }
            if (written == read) {
                return -1;
            }
            var at = (int) (read % ring.length);
            var count = (int) Math.min(Math.min(length, written - read), ring.length - at);
            System.arraycopy(ring, at, bytes, offset, count);
            read += count;
            changed.signalAll();
            return count;
        } finally {
            lock.unlock();
        }
    }
}
