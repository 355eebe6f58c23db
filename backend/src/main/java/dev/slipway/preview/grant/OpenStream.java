package dev.slipway.preview.grant;

import java.time.Duration;

/** Open transfer through a preview. Any thread may close it, which ends the transfer at once. */
public interface OpenStream extends AutoCloseable {

    /** Returns whether nothing was transferred for longer than the timeout. */
    boolean isStale();

    @Override
    void close();

    /** Measures the time since the last transfer. */
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
