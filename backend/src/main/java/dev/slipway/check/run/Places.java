package dev.slipway.check.run;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Places for waves that run at a time on the whole platform. An attempt whose last wave took long gets one of a few
 * places of their own, so that engines that let each wave wait keep no place from the others. Safe for several threads.
 */
final class Places {
    /** Ten times what a wave takes that nothing delays. */
    private static final Duration LONG = Duration.ofSeconds(1);
    /** One place for slow attempts for so many others. */
    private static final int SLOW = 4;

    private final Semaphore quick;
    private final Semaphore slow;

    Places(int waves) {
        this.quick = new Semaphore(waves, true);
        this.slow = new Semaphore(Math.max(1, waves / SLOW), true);
    }

    /** A taken place, until it is closed. */
    static final class Place implements AutoCloseable {
        private final Semaphore from;
        private final long began = System.nanoTime();

        private Place(Semaphore from) {
            this.from = from;
        }

        /** For how long. */
        Duration taken() {
            return Duration.ofNanos(System.nanoTime() - began);
        }

        @Override
        public void close() {
            from.release();
        }
    }

    /** Waits for a place. Never interrupted, as its thread is not. */
    Place take(Duration lastTook) {
        var places = lastTook.compareTo(LONG) > 0 ? slow : quick;
        places.acquireUninterruptibly();
        return new Place(places);
    }
}
