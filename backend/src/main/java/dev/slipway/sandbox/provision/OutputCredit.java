package dev.slipway.sandbox.provision;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;

/**
 * Flow control for the output of a holder: grants credit so that the holder writes at most a fixed number of bytes
 * ahead of the reader. Without this limit the engine would buffer a megabyte of output, and the effect of Ctrl-C would
 * appear late. A separate thread sends the grants, because a grant may have to wait behind input that the shell accepts
 * only after its output was read. One thread at a time may read the output.
 */
final class OutputCredit {
    /**
     * Number of bytes that the holder may write ahead of the reader: as many as arrive between two grants at 100 MB/s
     * and a round trip of one millisecond.
     */
    private static final int AHEAD = 128 * 1024;

    private final Sink sink;
    private final Thread sender;
    private volatile long read;
    private volatile boolean ended;

    /** Sends a grant to the holder; may block. */
    interface Sink {
        void grant(long upTo) throws IOException;
    }

    OutputCredit(long from, Sink sink) {
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

    @SuppressWarnings("NonAtomicVolatileUpdate") // only one thread reads and counts
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
            // The reader receives the same error itself.
        }
    }
}
