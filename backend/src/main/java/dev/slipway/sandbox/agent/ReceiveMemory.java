package dev.slipway.sandbox.agent;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.unit.DataSize;

/**
 * Limits the memory for bytes that agents of all nodes together have sent and that are still unread. The first piece of each
 * stream is always granted, so that the floods of some nodes do not stop the terminals of others. Thread-safe.
 */
final class ReceiveMemory {
    private final AtomicLong free;

    ReceiveMemory(DataSize common) {
        this.free = new AtomicLong(common.toBytes());
    }

    /** Takes memory; returns false, without an effect, if there is not enough. */
    boolean take(long bytes) {
        long now;
        do {
            now = free.get();
            if (bytes > 0 && now < bytes) {
                return false;
            }
        } while (!free.compareAndSet(now, now - bytes));
        return true;
    }

    void giveBack(long bytes) {
        free.addAndGet(bytes);
    }

    /** Returns how many bytes are free. */
    long free() {
        return free.get();
    }
}
