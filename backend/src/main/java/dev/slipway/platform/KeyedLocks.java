package dev.slipway.platform;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Serialises changes of the same object. A database belongs to one platform process, so only threads of this process
 * can collide; the version column of each row still detects changes by other processes. Locking: a change should be a
 * few short transactions at most. While a thread holds the lock of a key, it may take the lock of the same key again,
 * but not the lock of another key of the same instance, because that could cause a deadlock.
 */
public final class KeyedLocks {
    /**
     * Number of locks, which all keys share. It is much larger than the number of threads that write at the same time,
     * so that changes of different objects seldom wait for the same lock.
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
