package dev.slipway.check.run;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Limits the number of waves that run at the same time on the whole platform. Attempts whose last wave took longer than
 * a second use a small number of separate places, so that slow engines do not delay the other attempts. Safe for use by
 * several threads.
 */
final class WavePermits {
    /** Maximum duration of a wave of a quick attempt: ten times the duration of a wave that nothing delays. */
    private static final Duration LONG = Duration.ofSeconds(1);
    /** Number of places for quick attempts per place for slow attempts. */
    private static final int SLOW = 4;

    private final Semaphore quick;
    private final Semaphore slow;

    WavePermits(int waves) {
        this.quick = new Semaphore(waves, true);
        this.slow = new Semaphore(Math.max(1, waves / SLOW), true);
    }

    /** A place for one wave. The place is taken until {@link #close} is called. */
    static final class Place implements AutoCloseable {
        private final Semaphore from;
        private final long began = System.nanoTime();

        private Place(Semaphore from) {
            this.from = from;
        }

        /** Returns for how long the place has been taken. */
        Duration taken() {
            return Duration.ofNanos(System.nanoTime() - began);
        }

        @Override
        public void close() {
            from.release();
        }
    }

    /** Waits for a place. The waiting cannot be interrupted, because no thread of an attempt is ever interrupted. */
    Place take(Duration lastTook) {
        var places = lastTook.compareTo(LONG) > 0 ? slow : quick;
        places.acquireUninterruptibly();
        return new Place(places);
    }
}
