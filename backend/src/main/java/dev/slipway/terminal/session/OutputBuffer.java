package dev.slipway.terminal.session;

/**
 * Ring buffer with the last part of a session's output. Each byte has an absolute offset. The buffer grows up to its
 * capacity as output arrives, so that a quiet shell needs little memory. Not thread-safe; the session's lock guards it.
 */
final class OutputBuffer {
    /** Initial size: room for one or two screens of text. */
    private static final int FIRST_SIZE = 8 * 1024;

    /** Maximum distance at which {@link #entry} searches for a line break. */
    private static final int LONGEST_LINE = 4 * 1024;

    private final int capacity;
    private byte[] ring;
    private long start;
    private long end;

    OutputBuffer(int capacity) {
        this.capacity = capacity;
        this.ring = new byte[Math.min(FIRST_SIZE, capacity)];
    }

    /** Sets the offset of the first byte. Call this before any output is added. */
    void startAt(long offset) {
        start = offset;
        end = offset;
    }

    /** Returns the offset of the oldest byte that is still in the buffer. */
    long start() {
        return start;
    }

    /** Returns the offset of the next byte to add. */
    long end() {
        return end;
    }

    /**
     * Returns the offset at which a viewer without snapshots starts: 0 if the buffer still has all output, else the
     * offset after the first line break.
     */
    long entry() {
        if (start == 0) {
            return 0;
        }
        for (var at = start; at < Math.min(end, start + LONGEST_LINE); at++) {
            if (ring[index(at)] == '\n') {
                return at + 1;
            }
        }
        return start;
    }

    /** Returns the offset that the oldest stored byte would have after {@code length} more bytes were added. */
    long startAfter(int length) {
        return Math.max(start, end + length - capacity);
    }

    /**
     * Passes the bytes between two offsets to a reader, in one or two parts. Both offsets are between {@link #start()}
     * and {@link #end()}.
     */
    void read(long from, long to, Reader reader) {
        for (var at = from; at < to; ) {
            var index = index(at);
            var count = (int) Math.min(to - at, ring.length - index);
            reader.read(ring, index, index + count);
            at += count;
        }
    }

    /**
     * Keeps only the last {@code kept} bytes and frees the rest of the memory. The buffer grows again with more output.
     */
    void trim(int kept) {
        var content = copy(Math.max(start, end - kept), kept);
        if (content.length < ring.length) {
            ring = new byte[Math.max(FIRST_SIZE, content.length)];
            end -= content.length;
            start = end;
            append(content, content.length);
        }
    }

    /** Receives a part of the ring. */
    interface Reader {
        void read(byte[] bytes, int from, int to);
    }

    /** Adds output. Only the last {@code capacity} bytes are kept. */
    void append(byte[] bytes, int length) {
        grow(length);
        var kept = Math.min(length, ring.length);
        var from = length - kept;
        end += from;
        var at = index(end);
        var untilWrap = Math.min(kept, ring.length - at);
        System.arraycopy(bytes, from, ring, at, untilWrap);
        System.arraycopy(bytes, from + untilWrap, ring, 0, kept - untilWrap);
        end += kept;
        start = Math.max(start, end - ring.length);
    }

    /** Copies at most {@code limit} bytes from an offset that is between {@link #start()} and {@link #end()}. */
    byte[] copy(long from, int limit) {
        var copy = new byte[(int) Math.min(limit, end - from)];
        var at = index(from);
        var untilWrap = Math.min(copy.length, ring.length - at);
        System.arraycopy(ring, at, copy, 0, untilWrap);
        System.arraycopy(ring, 0, copy, untilWrap, copy.length - untilWrap);
        return copy;
    }

    private void grow(int length) {
        var needed = end - start + length;
        if (needed <= ring.length || ring.length == capacity) {
            return;
        }
        var content = copy(start, ring.length);
        ring = new byte[(int) Math.min(capacity, Math.max(needed, 2L * ring.length))];
        end = start;
        append(content, content.length);
    }

    private int index(long offset) {
        return (int) (offset % ring.length);
    }
}
