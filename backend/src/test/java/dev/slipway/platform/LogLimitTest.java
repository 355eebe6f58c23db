package dev.slipway.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LogLimitTest {
    private final Hands clock = new Hands();
    private final LogLimit limit = new LogLimit(clock);

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2030-01-01T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void eachSourceGetsOneLineAMinuteThatCountsWhatWasLeftOut() {
        assertThat(limit.admit("192.0.2.1")).hasValue(0);
        assertThat(limit.admit("192.0.2.1")).isEmpty();
        assertThat(limit.admit("192.0.2.1")).isEmpty();
        assertThat(limit.admit("192.0.2.2")).hasValue(0);

        clock.now = clock.now.plus(Duration.ofMinutes(1));

        assertThat(limit.admit("192.0.2.1")).hasValue(2);
        assertThat(limit.admit("192.0.2.1")).isEmpty();
    }

    @Test
    void manySourcesShareOneLine() {
        var lines = 0;
        for (var i = 0; i < 100_000; i++) {
            if (limit.admit("source " + i).isPresent()) {
                lines++;
            }
        }

        assertThat(lines).isLessThanOrEqualTo(1025);
    }
}
