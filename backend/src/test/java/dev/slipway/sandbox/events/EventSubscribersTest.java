package dev.slipway.sandbox.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.sandbox.NodeEvents.Follower;
import dev.slipway.sandbox.events.EventSubscribers.Seat;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventSubscribersTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final EventSubscribers audience = new EventSubscribers();

    @Test
    void whoWantsOlderReportsHearsNothingBeforeThem() {
        var newcomer = Hearer.since(NOON);
        audience.join(new Seat(newcomer));

        audience.tell(Follower::away);
        assertThat(newcomer.heard()).isEmpty();

        assertThat(audience.since()).contains(NOON);
        audience.tell(Follower::away);
        assertThat(newcomer.heard()).containsExactly("away");
    }

    @Test
    void whoWantsWhatComesHearsItAtOnce() {
        var newcomer = Hearer.ofWhatComes();
        audience.join(new Seat(newcomer));

        audience.tell(Follower::away);

        assertThat(newcomer.heard()).containsExactly("away");
        assertThat(audience.since()).isEmpty();
    }

    @Test
    void onlyTheLastThatLeavesIsTheLast() {
        var first = new Seat(Hearer.ofWhatComes());
        var second = new Seat(Hearer.ofWhatComes());
        audience.join(first);
        audience.join(second);

        assertThat(audience.leave(first)).isFalse();
        assertThat(audience.leave(first)).isFalse();
        assertThat(audience.leave(second)).isTrue();
        assertThat(audience.leave(second)).isFalse();
    }
}
