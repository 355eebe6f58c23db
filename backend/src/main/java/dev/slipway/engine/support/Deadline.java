package dev.slipway.engine.support;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Closes a target when time is up, because blocking streams have no timeout of their own. Closing the deadline first
 * calls it off. Safe for several threads: one atomic state decides who was first.
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

    /** Starts the clock. */
    public static Deadline closing(AutoCloseable target, Duration timeout) {
        return new Deadline(target, timeout);
    }

    /** True once the target was closed because of the time, which explains the error that its user gets. */
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
            // The target is given up either way, and its user sees the timeout.
            Thread.currentThread().interrupt();
        }
    }
}
