package dev.slipway.bench;

import java.util.concurrent.locks.LockSupport;

/** Pauses between two polls. */
final class Pause {
    private Pause() {}

    static void millis(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
