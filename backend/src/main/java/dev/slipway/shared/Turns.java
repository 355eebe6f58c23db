package dev.slipway.shared;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets those who change the same thing do so one after the other. One platform writes to its database, so that its own
 * threads are all who could collide; the rows' versions still guard against anybody else. Locking: a turn is a few
 * short transactions at most; a thread may take the same turn again, and never that of another thing of its kind.
 */
public final class Turns {
    /** Many more than threads that write at once, so that strangers seldom wait for each other. */
    private static final int LOCKS = 64;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    /** Makes a change to the thing that the key names, once it is its turn. */
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
