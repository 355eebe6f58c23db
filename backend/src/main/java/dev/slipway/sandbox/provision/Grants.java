package dev.slipway.sandbox.provision;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets a holder write some way ahead of what was read, and no further: otherwise the engine would keep a megabyte of
 * output between the two, which stands in the way of Ctrl-C. Grants are sent by a thread of their own, for they may have
 * to wait behind input that the shell takes only once its output was read. One thread reads.
 */
final class Grants {
    /** As much as comes between two grants at 100 MB/s when the way there and back takes a millisecond. */
    private static final int AHEAD = 128 * 1024;

    private final Sink sink;
    private final Thread sender;
    private volatile long read;
    private volatile boolean ended;

    /** Takes a grant to the holder; may wait. */
    interface Sink {
        void grant(long upTo) throws IOException;
    }

    Grants(long from, Sink sink) {
        this.sink = sink;
        this.read = from;
        this.sender = Thread.ofVirtual().name("holder-grants").start(this::send);
    }

    InputStream on(InputStream output) {
        return new FilterInputStream(output) {
            @Override
            public int read() throws IOException {
                var next = super.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                var count = super.read(bytes, offset, length);
                count(Math.max(0, count));
                return count;
            }
        };
    }

    void end() {
        ended = true;
        LockSupport.unpark(sender);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads
    private void count(int bytes) {
        read += bytes;
        LockSupport.unpark(sender);
    }

    private void send() {
        try {
            for (var granted = Long.MIN_VALUE; !ended; ) {
                var upTo = read + AHEAD;
                if (upTo - AHEAD / 2 >= granted) {
                    sink.grant(upTo);
                    granted = upTo;
                } else {
                    LockSupport.park();
                }
            }
        } catch (IOException gone) {
            // The reader learns of it by itself.
        }
    }
}
