package dev.slipway.sandbox.agent;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Limits the memory for bytes that agents have sent and that are still unread: of all nodes together, and of each node
 * to a share of that. The first piece of each stream does not count. Thread-safe.
 */
final class ReceiveMemory {
    /** Number of nodes that can use up their share at once before another node notices it. */
    private static final int SHARES = 16;

    private final long size;
    private final AtomicLong free;
    private final @Nullable ReceiveMemory whole;

    /** Creates the memory of all nodes. */
    ReceiveMemory(long bytes) {
        this(bytes, null);
    }

    private ReceiveMemory(long bytes, @Nullable ReceiveMemory whole) {
        this.size = bytes;
        this.free = new AtomicLong(bytes);
        this.whole = whole;
    }

    /** Returns the memory of one node. */
    ReceiveMemory share() {
        return new ReceiveMemory(size / SHARES, this);
    }

    /** Takes memory; returns false, without an effect, if there is not enough. */
    boolean take(long bytes) {
        if (!takeHere(bytes)) {
            return false;
        }
        if (whole != null && !whole.take(bytes)) {
            free.addAndGet(bytes);
            return false;
        }
        return true;
    }

    private boolean takeHere(long bytes) {
        long now;
        do {
            now = free.get();
            if (now < bytes) {
                return false;
            }
        } while (!free.compareAndSet(now, now - bytes));
        return true;
    }

    void giveBack(long bytes) {
        free.addAndGet(bytes);
        if (whole != null) {
            whole.giveBack(bytes);
        }
    }

    /** Returns how many bytes are free. */
    long free() {
        return free.get();
    }
}
