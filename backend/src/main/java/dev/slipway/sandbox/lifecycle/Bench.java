package dev.slipway.sandbox.lifecycle;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the work on one sandbox is done. Locking: the lock lets one piece of work in at a time; the object's monitor
 * guards the fields that decide whether a thread may be interrupted, so that an interrupt reaches only a thread that is
 * within {@link #interruptibly}.
 */
final class Bench {
    private final ReentrantLock lock = new ReentrantLock(true);

    @GuardedBy("this")
    private @Nullable Thread interruptible;

    @GuardedBy("this")
    private boolean cutShort;

    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    boolean isBusy() {
        return lock.isLocked() || lock.hasQueuedThreads();
    }

    /** Ends the work that is under way, as far as it may be interrupted, and all that follows until {@link #resume}. */
    synchronized void cutShort() {
        cutShort = true;
        if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    synchronized void resume() {
        cutShort = false;
    }

    /** @throws CutShortException if the work is cut short, whatever came of it */
    void interruptibly(Runnable work) {
        open();
        try {
            work.run();
        } catch (RuntimeException e) {
            throw isCutShort() ? cutShort(e) : e;
        } finally {
            close();
        }
    }

    <T> T uninterruptibly(Supplier<T> work) {
        close();
        try {
            return work.get();
        } finally {
            open();
        }
    }

    private static CutShortException cutShort(RuntimeException cause) {
        var exception = new CutShortException();
        exception.addSuppressed(cause);
        return exception;
    }

    private synchronized boolean isCutShort() {
        return cutShort;
    }

    private synchronized void open() {
        if (cutShort) {
            throw new CutShortException();
        }
        interruptible = Thread.currentThread();
    }

    private synchronized void close() {
        interruptible = null;
        // An interrupt that came too late for the work must not hit what follows.
        var _ = Thread.interrupted();
    }
}
