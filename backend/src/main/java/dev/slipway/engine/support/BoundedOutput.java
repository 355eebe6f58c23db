package dev.slipway.engine.support;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the first bytes that are written to it and drops the rest. The object's monitor guards its state. */
public final class BoundedOutput extends OutputStream {
    /** Number of bytes that are read at once: as many as a pipe returns. */
    private static final int PIECE = 16 * 1024;

    /**
     * Number of bytes that a command may write to each of its outputs: many times more than a build with its progress
     * output writes.
     */
    public static final long MOST_OF_A_COMMAND = 64L << 20;

    @GuardedBy("this")
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private final int limit;

    @GuardedBy("this")
    private boolean truncated;

    public BoundedOutput(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        var fitting = Math.min(length, limit - kept.size());
        kept.write(bytes, offset, fitting);
        truncated |= fitting < length;
    }

    /**
     * Reads a stream to its end, keeps its beginning and drops the rest.
     *
     * @param most greatest number of bytes that are read; without this limit, a process that writes without end would
     *     keep a processor busy
     * @throws EndlessOutputException if the stream has more than {@code most} bytes
     */
    public void readAll(InputStream source, long most) throws IOException {
        var buffer = new byte[PIECE];
        var left = most;
        for (var count = source.read(buffer); count >= 0; count = source.read(buffer)) {
            left -= count;
            if (left < 0) {
                throw new EndlessOutputException();
            }
            write(buffer, 0, count);
        }
    }

    /** Returns whether bytes were dropped. */
    public synchronized boolean truncated() {
        return truncated;
    }

    /** Returns the bytes that were kept, as text. */
    public synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
