package dev.slipway.bench;

import java.util.concurrent.locks.LockSupport;

/**
 * A pause of the current thread. A benchmark needs it to simulate slow browsers and people, who pause between two keys;
 * to measure the platform for a fixed time; and to poll the API, which sends no events.
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
