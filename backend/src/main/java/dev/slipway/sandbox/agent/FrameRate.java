package dev.slipway.sandbox.agent;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * Limits how many frames the platform reads from one node, over all its connections, so that a flood delays only the
 * node that sends it. A frame with much data counts as several.
 */
final class FrameRate {
    /** Number of bytes of data that count as one more frame. */
    private static final int LARGE = 16 * 1024;

    private final Bucket bucket;

    /** @param perSecond frames per second that one node may send for long; it may send twice as many at once */
    FrameRate(int perSecond) {
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(2L * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /** Waits until the frame may be handled. */
    void pass(AgentFrame.FromAgent frame) throws InterruptedException {
        var cost = 1 + size(frame) / LARGE;
        if (!bucket.tryConsume(cost)) {
            bucket.asBlocking().consume(cost);
        }
    }

    private static int size(AgentFrame.FromAgent frame) {
        return switch (frame) {
            case AgentFrame.Data data -> data.bytes().length;
            case AgentFrame.ErrorData data -> data.bytes().length;
            default -> 0;
        };
    }
}
