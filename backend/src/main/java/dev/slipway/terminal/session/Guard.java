package dev.slipway.terminal.session;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lock of a session. A thread acquires the lock by {@code try (var _ = guard.hold())}. A thread that holds the lock
 * must not read from or write to the node or a browser.
 */
final class Guard {
    private final ReentrantLock lock = new ReentrantLock();
    private final Held held = lock::unlock;

    /** Releases the lock when closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    Held hold() {
        lock.lock();
        return held;
    }

    Condition newCondition() {
        return lock.newCondition();
    }
}
