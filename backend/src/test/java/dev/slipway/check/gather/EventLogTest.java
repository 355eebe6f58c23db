package dev.slipway.check.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.fact.EventsFact.Event;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final EventLog log = new EventLog(3, START);

    private static Event event(int second) {
        return new Event(START.plusSeconds(second), "container", "start", "id", "web", "httpd", Optional.empty());
    }

    @Test
    void asksFromTheStartAndThenFromTheLastEvent() {
        assertThat(log.since()).isEqualTo(START);

        log.add(event(4));

        assertThat(log.since()).isEqualTo(START.plusSeconds(4));
    }

    @Test
    void repeatedEventIsNoNews() {
        assertThat(log.add(event(1))).isTrue();
        assertThat(log.add(event(1))).isFalse();

        assertThat(log.snapshot().events()).containsExactly(event(1));
    }

    @Test
    void repeatedEventProvesThatNothingWasMissed() {
        log.add(event(1));

        log.broken(START.plusSeconds(2), START.plusSeconds(3));
        assertThat(log.snapshot().gaps()).hasSize(1);
        log.add(event(1));

        assertThat(log.snapshot().gaps()).isEmpty();
    }

    @Test
    void anEngineThatHasForgottenLeavesAGap() {
        log.add(event(1));

        log.broken(START.plusSeconds(2), START.plusSeconds(3));
        log.add(event(4));

        assertThat(log.snapshot().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(START.plusSeconds(2));
            assertThat(gap.to()).isEqualTo(START.plusSeconds(3));
        });
    }

    @Test
    void keepsTheNewestAndAdmitsWhatItForgot() {
        for (var second = 1; second <= 5; second++) {
            log.add(event(second));
        }

        assertThat(log.snapshot().events()).containsExactly(event(3), event(4), event(5));
        assertThat(log.snapshot().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(START);
            assertThat(gap.to()).isEqualTo(START.plusSeconds(2));
        });
    }
}
