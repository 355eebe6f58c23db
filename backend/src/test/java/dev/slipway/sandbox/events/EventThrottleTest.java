package dev.slipway.sandbox.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.platform.RateLimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class EventThrottleTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private static EventThrottle throttle(int bytes, Duration interval) {
        return new EventThrottle(new ByteArrayInputStream(new byte[bytes]), new RateLimiter(interval, 1));
    }

    @Test
    void eachKibibyteAndEachEventIsAStep() throws IOException {
        try (var throttle = throttle(2048, Duration.ofMillis(20))) {
            var began = System.nanoTime();

            throttle.step();
            throttle.readAllBytes();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(40));
        }
    }

    @Test
    void isLateOnceAfterAnEngineHasWaitedForASecond() throws IOException {
        try (var throttle = throttle(0, Duration.ofMillis(1100))) {
            throttle.step();
            assertThat(throttle.isLate()).isFalse();

            throttle.step();

            assertThat(throttle.isLate()).isTrue();
            assertThat(throttle.isLate()).isFalse();
        }
    }

    @Test
    void closingEndsTheWait() throws IOException {
        var throttle = throttle(0, Duration.ofHours(1));
        throttle.step();
        var stepped = new FutureTask<>(throttle::step, true);
        Thread.ofVirtual().start(stepped);
        await().during(Duration.ofMillis(100)).until(() -> !stepped.isDone());

        throttle.close();

        assertThat(stepped).succeedsWithin(SOON);
    }
}
