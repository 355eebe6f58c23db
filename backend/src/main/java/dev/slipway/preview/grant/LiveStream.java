package dev.slipway.preview.grant;

import java.time.Duration;

/** Something that is being sent through a preview. Closing it ends it at once, from any thread. */
public interface LiveStream extends AutoCloseable {

    /** Whether it has stood still for longer than it may. */
    boolean isStale();

    @Override
    void close();

    /** Measures how long nothing has moved. */
    final class Stillness {
        private volatile long movedAt = System.nanoTime();

        public void moved() {
            movedAt = System.nanoTime();
        }

        public boolean exceeds(Duration limit) {
            return System.nanoTime() - movedAt > limit.toNanos();
        }
    }
}
