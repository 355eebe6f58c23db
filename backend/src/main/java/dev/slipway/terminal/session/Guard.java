package dev.slipway.terminal.session;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The one lock of a session, held by {@code try (var _ = guard.hold())}. Never held while the node or a browser is read or written. */
final class Guard {
    private final ReentrantLock lock = new ReentrantLock();
    private final Held held = lock::unlock;

    /** Lets go when closed. */
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
