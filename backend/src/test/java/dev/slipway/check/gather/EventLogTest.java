package dev.slipway.check.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.fact.EventsFact.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final EventLog log =
            new EventLog(3, START, List.of(event -> event.action().equals("start")));

    private static Event event(int second) {
        return new Event(START.plusSeconds(second), "container", "start", "id", "web", "httpd", Optional.empty());
    }

    @Test
    void asksFromTheStartAndThenFromTheLastEvent() {
        assertThat(log.since()).isEqualTo(START);

        log.add(event(4), true);

        assertThat(log.since()).isEqualTo(START.plusSeconds(4));
    }

    @Test
    void repeatedEventIsNoNews() {
        assertThat(log.add(event(1), true)).isTrue();
        assertThat(log.add(event(1), true)).isFalse();

        assertThat(log.snapshot().events()).containsExactly(event(1));
    }

    @Test
    void repeatedEventProvesThatNothingWasMissed() {
        log.add(event(1), true);

        log.broken(START.plusSeconds(2), START.plusSeconds(3));
        assertThat(log.snapshot().gaps()).hasSize(1);
        log.add(event(1), true);

        assertThat(log.snapshot().gaps()).isEmpty();
    }

    @Test
    void anEngineThatHasForgottenLeavesAGap() {
        log.add(event(1), true);

        log.broken(START.plusSeconds(2), START.plusSeconds(3));
        log.add(event(4), true);

        assertThat(log.snapshot().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(START.plusSeconds(2));
            assertThat(gap.to()).isEqualTo(START.plusSeconds(3));
        });
    }

    @Test
    void whatAnAssertionMayAskForIsKeptBesideAFloodOfOtherEvents() {
        log.add(event(1), true);

        for (var second = 2; second < 2_000; second++) {
            log.add(
                    new Event(START.plusSeconds(second), "container", "exec_start", "x", "x", "x", Optional.empty()),
                    false);
        }

        assertThat(log.snapshot().events()).containsExactly(event(1));
        assertThat(log.snapshot().gaps()).isEmpty();
        assertThat(log.since()).isEqualTo(START.plusSeconds(1_999));
    }

    @Test
    void keepsTheNewestAndAdmitsWhatItForgot() {
        for (var second = 1; second <= 9; second++) {
            log.add(event(second), true);
        }

        assertThat(log.snapshot().events()).containsExactly(event(5), event(6), event(7), event(8), event(9));
        assertThat(log.snapshot().gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.from()).isEqualTo(START);
            assertThat(gap.to()).isEqualTo(START.plusSeconds(6));
        });
    }
}
