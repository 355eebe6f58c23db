package dev.slipway.sandbox.lifecycle;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serializes the work on one sandbox. Locking: the lock admits one piece of work at a time; the monitor guards all
 * fields, so that an interrupt reaches only a thread that is within {@link #interruptibly}.
 */
final class SandboxLock {
    private final ReentrantLock lock = new ReentrantLock(true);

    @GuardedBy("this")
    private @Nullable Thread interruptible;

    @GuardedBy("this")
    private boolean cutShort;

    /** Number of pieces of work that wait or run. */
    @GuardedBy("this")
    private int pieces;

    synchronized void enter() {
        pieces++;
    }

    /** Counts a piece of work as done; returns whether it was the last one. */
    synchronized boolean leave() {
        pieces--;
        return pieces == 0;
    }

    void lock() {
        lock.lock();
    }

    void unlock() {
        lock.unlock();
    }

    /**
     * Interrupts the current work if it is within {@link #interruptibly}; until {@link #resume}, new calls of that
     * method fail.
     */
    synchronized void cutShort() {
        cutShort = true;
        if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    synchronized void resume() {
        cutShort = false;
    }

    /**
     * @throws WorkInterruptedException if {@link #cutShort()} was called before, or if the work fails for any reason
     *     after {@link #cutShort()} was called
     */
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

    private static WorkInterruptedException cutShort(RuntimeException cause) {
        var exception = new WorkInterruptedException();
        exception.addSuppressed(cause);
        return exception;
    }

    private synchronized boolean isCutShort() {
        return cutShort;
    }

    private synchronized void open() {
        if (cutShort) {
            throw new WorkInterruptedException();
        }
        interruptible = Thread.currentThread();
    }

    private synchronized void close() {
        interruptible = null;
        // An interrupt that arrives after the work has ended must not affect the code that follows.
        var _ = Thread.interrupted();
    }

    /** Thrown when work on a sandbox is pointless: the sandbox is being ended, or the platform stops. */
    static final class WorkInterruptedException extends RuntimeException {}
}
