package dev.slipway.bench;

import java.util.concurrent.locks.LockSupport;

/**
 * A pause of the current thread. A benchmark simulates people, who pause between two keys, and slow browsers; it measures
 * the platform for a fixed time; and it polls the API, which sends no events.
 */
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        nanos(millis * 1_000_000);
    }

    static void nanos(long nanos) {
        LockSupport.parkNanos(nanos);
    }
}
