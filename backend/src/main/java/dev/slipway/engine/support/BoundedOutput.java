package dev.slipway.engine.support;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the first bytes written to it and drops the rest. Guarded by its own monitor. */
public final class BoundedOutput extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int limit;
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

    /** True if something was dropped. */
    public synchronized boolean truncated() {
        return truncated;
    }

    /** What was kept, as text. */
    public synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
