package dev.slipway.engine.support;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Closes a target after a timeout, because blocking streams have no timeout of their own. Closing the deadline before
 * the timeout cancels it. Thread-safe: one atomic state decides whether the cancellation or the timeout was first.
 */
public final class Deadline implements AutoCloseable {
    private enum State {
        RUNNING,
        MET,
        EXPIRED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private final AutoCloseable target;
    private final Future<?> timer;

    private Deadline(AutoCloseable target, Duration timeout) {
        this.target = target;
        this.timer = ForkJoinPool.commonPool().schedule(this::expire, timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Starts a deadline that closes the target after the timeout. */
    public static Deadline closing(AutoCloseable target, Duration timeout) {
        return new Deadline(target, timeout);
    }

    /**
     * Returns whether the timeout expired before the deadline was closed. If so, the timeout is the cause of the error
     * that a user of the target gets.
     */
    public boolean expired() {
        return state.get() == State.EXPIRED;
    }

    @Override
    public void close() {
        state.compareAndSet(State.RUNNING, State.MET);
        timer.cancel(false);
    }

    private void expire() {
        if (state.compareAndSet(State.RUNNING, State.EXPIRED)) {
            // Closing may block, and the timer's thread is shared.
            Thread.ofVirtual().name("deadline").start(this::closeTarget);
        }
    }

    private void closeTarget() {
        try {
            target.close();
        } catch (Exception e) {
            // An error of closing does not matter: the target is no longer used, and its user reports the timeout.
            Thread.currentThread().interrupt();
        }
    }
}
