package dev.slipway.platform;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Serialises changes of the same object. Only one platform writes to its database, so only threads of this process can
 * collide; the version column of each row still guards against other writers. Locking: a change should be a few short
 * transactions at most. A thread may take the lock of the same key again, but must not take the lock of another key of
 * the same instance while it holds one, which could deadlock.
 */
public final class KeyedLocks {
    /**
     * Many more locks than threads that write at once, so that changes of different objects seldom wait for the same
     * lock.
     */
    private static final int LOCKS = 64;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    /**
     * Waits until no other thread changes the object that the key names, then runs the change and returns its result.
     */
    public <T> T take(Object key, Supplier<T> change) {
        var lock = locks[Math.floorMod(key.hashCode(), LOCKS)];
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }
}
