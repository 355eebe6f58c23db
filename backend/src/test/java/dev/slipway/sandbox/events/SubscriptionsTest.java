package dev.slipway.sandbox.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.NodeEvent;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeEvents.Following;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final SandboxId SANDBOX = new SandboxId("aaaa1111");
    private static final NodeName NODE = new NodeName("node1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String AT_NOON = NOON.getEpochSecond() + ".000000000";

    private final FakeEngine engine = new FakeEngine();
    private final NodeEvents events = engine.events();
    private final List<Following> followings = new ArrayList<>();

    SubscriptionsTest() throws IOException {}

    @AfterEach
    void close() {
        followings.forEach(Following::close);
        engine.close();
    }

    private Following follow(NodeEvents.Follower follower) {
        var following = events.follow(SANDBOX, NODE, follower);
        followings.add(following);
        return following;
    }

    /** Adds a follower, and waits until it receives events from the engine. */
    private Hearer hearing(Hearer hearer) {
        follow(hearer);
        awaitHeard(hearer, "opened");
        return hearer;
    }

    private static void awaitHeard(Hearer hearer, String... all) {
        await().untilAsserted(() -> assertThat(hearer.heard()).containsExactly(all));
    }

    @Test
    void severalFollowersMakeOneStream() {
        var first = hearing(Hearer.ofWhatComes());
        var second = Hearer.ofWhatComes();
        follow(second);

        engine.reports("start");

        awaitHeard(first, "opened", "start");
        awaitHeard(second, "start");
        assertThat(engine.asked()).containsExactly("");
        assertThat(engine.openStreams()).isOne();
    }

    @Test
    void enginesOfOtherNodesAreFollowedApart() {
        hearing(Hearer.ofWhatComes());

        followings.add(events.follow(SANDBOX, new NodeName("node2"), Hearer.ofWhatComes()));

        await().until(() -> engine.openStreams() == 2);
    }

    @Test
    void newcomerHearsWhatHappenedBeforeAndOthersOfNoGap() {
        var first = hearing(Hearer.ofWhatComes());
        engine.reports("start");
        awaitHeard(first, "opened", "start");

        var newcomer = Hearer.since(NOON);
        follow(newcomer);
        awaitHeard(newcomer, "opened", "start");
        engine.reports("die");

        awaitHeard(newcomer, "opened", "start", "die");
        awaitHeard(first, "opened", "start", "opened", "start", "die");
        assertThat(engine.asked()).containsExactly("", AT_NOON);
        await().until(() -> engine.openStreams() == 1);
    }

    @Test
    void streamIsOpenedWithTheEarliestWish() {
        hearing(Hearer.since(NOON));

        hearing(Hearer.since(NOON.plusSeconds(60)));
        hearing(Hearer.since(NOON.minusSeconds(60)));

        var earlier = NOON.minusSeconds(60).getEpochSecond() + ".000000000";
        assertThat(engine.asked()).containsExactly(AT_NOON, AT_NOON, earlier);
    }

    @Test
    void brokenStreamIsOpenedAnewAndEachIsToldOnce() {
        var first = hearing(Hearer.since(NOON));
        var second = hearing(Hearer.since(NOON));
        var streams = engine.asked().size();
        await().until(() -> engine.openStreams() == 1);
        first.heard().clear();
        second.heard().clear();

        engine.restarts();

        awaitHeard(first, "broken");
        awaitHeard(second, "broken");
        assertThat(engine.asked()).hasSize(streams + 1).last().isEqualTo(AT_NOON);
        engine.reports("start");
        awaitHeard(first, "broken", "start");
        awaitHeard(second, "broken", "start");
    }

    @Test
    void engineThatCannotBeReachedIsAwayOnceUntilItIsBack() {
        var hearer = hearing(Hearer.ofWhatComes());

        engine.is(FakeEngine.Mood.AWAY);
        await().until(() -> engine.refused() > 1);
        awaitHeard(hearer, "opened", "away");
        engine.is(FakeEngine.Mood.WELL);

        await().atMost(Duration.ofSeconds(15)).until(() -> hearer.heard().contains("broken"));
        assertThat(hearer.heard()).containsExactly("opened", "away", "broken");
    }

    @Test
    void frozenSandboxIsNotAway() {
        engine.is(FakeEngine.Mood.FROZEN);
        var hearer = Hearer.ofWhatComes();
        follow(hearer);
        await().until(() -> engine.refused() > 1);

        engine.is(FakeEngine.Mood.WELL);

        awaitHeard(hearer, "broken");
    }

    @Test
    void newcomerEndsTheWaitForAnEngineThatWasAway() {
        engine.is(FakeEngine.Mood.AWAY);
        follow(Hearer.ofWhatComes());
        // From the third attempt on, the subscription waits for two seconds and longer.
        await().atMost(Duration.ofSeconds(15)).until(() -> engine.refused() == 3);
        engine.is(FakeEngine.Mood.WELL);

        var newcomer = Hearer.since(NOON);
        follow(newcomer);

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(newcomer.heard()).containsExactly("broken"));
    }

    @Test
    void lastThatLeavesClosesTheStream() {
        var first = follow(Hearer.ofWhatComes());
        var second = follow(Hearer.ofWhatComes());
        await().until(() -> engine.asked().size() == 1);

        first.close();
        first.close();
        assertThat(engine.openStreams()).isOne();
        second.close();

        await().until(() -> engine.openStreams() == 0);
    }

    @Test
    void whoHasLeftMayFollowAgain() {
        var before = Hearer.ofWhatComes();
        var left = follow(before);
        await().until(() -> engine.asked().size() == 1);
        left.close();

        var again = hearing(Hearer.ofWhatComes());
        left.close();
        engine.reports("start");

        awaitHeard(again, "opened", "start");
        assertThat(before.heard()).doesNotContain("start");
    }

    @Test
    void followerThatFailsTakesNothingFromOthers() {
        follow(new Failing());
        var other = Hearer.since(NOON);
        follow(other);
        await().until(() -> other.heard().contains("opened"));

        engine.reports("start");
        engine.restarts();

        awaitHeard(other, "opened", "start", "broken");
    }

    @Test
    void linesThatNobodyCanReadAreSkipped() {
        var hearer = hearing(Hearer.ofWhatComes());

        engine.says("{\"Action\": \"" + "x".repeat(64 * 1024) + "\"}", "", "<html>", "[]", "{\"Action\": \"die\"}");

        awaitHeard(hearer, "opened", "", "die");
    }

    private static final class Failing implements NodeEvents.Follower {
        @Override
        public void event(NodeEvent event) {
            throw new IllegalStateException("the follower fails on each event");
        }

        @Override
        public void opened(Optional<Instant> brokenSince) {
            throw new IllegalStateException("the follower fails on each stream");
        }

        @Override
        public void away() {
            throw new IllegalStateException("the follower fails on each call");
        }
    }
}
