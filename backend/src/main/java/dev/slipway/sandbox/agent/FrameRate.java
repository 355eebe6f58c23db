package dev.slipway.sandbox.agent;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Limits how many frames the platform reads from one node, so that a flood delays only the node that sends it. */
final class FrameRate {
    private final Bucket bucket;

    /** @param perSecond frames per second that one node may send for long; it may send twice as many at once */
    FrameRate(int perSecond) {
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(2L * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** Waits until the next frame may be read. */
    void pass() throws InterruptedException {
        if (!bucket.tryConsume(1)) {
            bucket.asBlocking().consume(1);
        }
    }
}
