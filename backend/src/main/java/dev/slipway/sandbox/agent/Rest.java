package dev.slipway.sandbox.agent;

import java.time.Duration;

/** Tells whether an agent is excused from reading and answering, because its node is paused. Thread-safe. */
final class Rest {
    /** How long an agent is excused after its node was resumed. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(10);

    private volatile boolean paused;
    private volatile long resumed = System.nanoTime() - AFTERWARDS.toNanos();

    void begin() {
        paused = true;
    }

    void end() {
        resumed = System.nanoTime();
        paused = false;
    }

    boolean isOn() {
        return paused || System.nanoTime() - resumed < AFTERWARDS.toNanos();
    }
}
