package dev.slipway.preview.ports;

import static dev.slipway.preview.SomePreviews.NODE;
import static dev.slipway.preview.SomePreviews.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.preview.OpenPort;
import dev.slipway.preview.PortsChanged;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.events.FakeEngine;
import dev.slipway.sandbox.events.Hearer;
import dev.slipway.sandbox.json.MemoryBudget;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class WatchedPortsTest {
    private static final OpenPort WEB = new OpenPort(NODE, 8080, "web", true);
    private static final OpenPort DIRECT = new OpenPort(NODE, 80, "direct", false);
    private static final String ID = "a".repeat(64);

    private final FakeEngine engine = new FakeEngine();
    private final NodeEvents nodeEvents = engine.events();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final WatchedPorts ports =
            new WatchedPorts(engine, nodeEvents, new MemoryBudget(DataSize.ofMegabytes(1)), events::add);

    WatchedPortsTest() throws IOException {}

    @AfterEach
    void stopEngine() {
        engine.close();
    }

    private void runs(int port) {
        engine.lists("[{\"Names\": [\"/web\"], \"Ports\": [{\"PublicPort\": " + port + ", \"Type\": \"tcp\"}]}]");
        engine.reports("start");
    }

    /** Waits until no list was requested for a while after an earlier one. */
    private void awaitCalm() {
        var last = new AtomicInteger();
        await().during(Duration.ofMillis(300)).until(() -> {
            var now = engine.listed();
            return now > 0 && last.getAndSet(now) == now;
        });
    }

    /**
     * Adds a follower that has the stream opened first, so that the ports are listed once and not again when it opens.
     */
    private NodeEvents.Following listening() {
        var hearer = Hearer.ofWhatComes();
        var following = nodeEvents.follow(SANDBOX, NODE, hearer);
        await().until(() -> hearer.heard().contains("opened"));
        return following;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runsNothing() {
        engine.lists("[]");
        engine.reports("die");
    }

    @Test
    void portsThatArePublishedAlreadyAreKnown() {
        runs(8080);

        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> ports.of(SANDBOX).equals(List.of(WEB)));

            assertThat(events).containsExactly(new PortsChanged(SANDBOX, List.of(WEB)));
        }
    }

    @ParameterizedTest
    @CsvSource({"41, 41", "200, 128"})
    void eachPortIsOfferedUpToAWindowFull(int published, int offered) {
        engine.lists("[{\"Ports\": ["
                + IntStream.rangeClosed(1, published)
                        .mapToObj(
                                "{\"IP\": \"0.0.0.0\", \"PublicPort\": %1$d, \"Type\": \"tcp\"}, {\"IP\": \"::\", \"PublicPort\": %1$d, \"Type\": \"tcp\"}"
                                        ::formatted)
                        .collect(Collectors.joining(","))
                + "]}]");

        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> !ports.of(SANDBOX).isEmpty());

            assertThat(ports.of(SANDBOX)).hasSize(offered).isSorted().doesNotHaveDuplicates();
        }
    }

    private void runsOnTheHostNetwork() {
        engine.lists("""
                [{"Id": "%s", "Names": ["/direct"], "NetworkSettings": {"Networks": {"host": {}}}},
                 {"Names": ["/web"], "Ports": [{"PublicPort": 8080, "Type": "tcp"}]}]
                """.formatted(ID));
        engine.reports("start");
    }

    private void listens() {
        engine.prints("listens 00000000:0050 77\ncontainer %s\nsocket:[77\n".formatted(ID));
    }

    @Test
    void containerOnTheHostNetworkIsAskedUntilItListens() {
        runsOnTheHostNetwork();

        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> ports.of(SANDBOX).equals(List.of(WEB)));
            listens();

            await().until(() -> ports.of(SANDBOX).equals(List.of(DIRECT, WEB)));
            runsNothing();
            await().until(() -> ports.of(SANDBOX).isEmpty());
        }
    }

    @Test
    void engineOfAFrozenSandboxIsNotAskedAgainForTheHostNetwork() {
        runsOnTheHostNetwork();
        listens();

        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> ports.of(SANDBOX).equals(List.of(DIRECT, WEB)));
            awaitCalm();
            var listed = engine.listed();
            engine.is(FakeEngine.Mood.FROZEN);

            await().until(() -> engine.refused() > 1);
            assertThat(ports.of(SANDBOX)).containsExactly(DIRECT, WEB);
            assertThat(engine.listed()).isEqualTo(listed);
        }
    }

    @Test
    void portsComeAndGoWithTheirContainers() {
        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> engine.asked().size() == 1);

            runs(8080);
            await().until(() -> ports.of(SANDBOX).equals(List.of(WEB)));
            runsNothing();
            await().until(() -> ports.of(SANDBOX).isEmpty());
        }
        assertThat(events)
                .containsExactly(new PortsChanged(SANDBOX, List.of(WEB)), new PortsChanged(SANDBOX, List.of()));
    }

    @Test
    void nodeIsWatchedOnceAndUntilTheLastHasLeft() {
        var first = ports.follow(SANDBOX, List.of(NODE));
        var second = ports.follow(SANDBOX, List.of(NODE));
        await().until(() -> engine.asked().size() == 1);

        first.close();
        first.close();
        assertThat(engine.openStreams()).isPositive();
        second.close();

        await().until(() -> engine.openStreams() == 0);
        assertThat(ports.of(SANDBOX)).isEmpty();
    }

    @Test
    void engineThatComesBackIsFollowedAgain() {
        engine.is(FakeEngine.Mood.AWAY);

        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> engine.refused() > 1);
            runs(8080);
            engine.is(FakeEngine.Mood.WELL);

            await().atMost(Duration.ofSeconds(15)).until(() -> ports.of(SANDBOX).equals(List.of(WEB)));
        }
    }

    @Test
    void engineThatIsGonePublishesNothing() {
        runs(8080);

        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> ports.of(SANDBOX).equals(List.of(WEB)));
            engine.is(FakeEngine.Mood.AWAY);

            await().until(() -> ports.of(SANDBOX).isEmpty());
        }
    }

    @Test
    void frozenSandboxPublishesWhatItDidBefore() {
        runs(8080);

        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> ports.of(SANDBOX).equals(List.of(WEB)));
            engine.is(FakeEngine.Mood.FROZEN);
            engine.restarts();

            await().until(() -> engine.refused() > 1);
            assertThat(ports.of(SANDBOX)).containsExactly(WEB);
        }
    }

    @Test
    void listThatFailsIsAskedForAgain() {
        var hearer = Hearer.ofWhatComes();
        runs(8080);

        try (var _ = nodeEvents.follow(SANDBOX, NODE, hearer)) {
            await().until(() -> hearer.heard().contains("opened"));
            engine.is(FakeEngine.Mood.FROZEN);
            try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
                await().until(() -> engine.refused() == 1);
                engine.is(FakeEngine.Mood.WELL);

                await().until(() -> ports.of(SANDBOX).equals(List.of(WEB)));
            }
        }
    }

    @Test
    void eventsThatComeTogetherCauseOneList() {
        try (var _ = listening();
                var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> engine.listed() == 1);

            engine.says(Collections.nCopies(50, "{\"Type\": \"container\", \"Action\": \"start\"}")
                    .toArray(String[]::new));

            await().until(() -> engine.listed() > 1);
            awaitCalm();
            assertThat(engine.listed()).isEqualTo(2);
        }
    }

    @Test
    void eventsThatChangeNoPortCauseNoList() {
        try (var _ = listening();
                var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> engine.listed() == 1);

            engine.reports("top");
            engine.reports("exec_start: sh");

            awaitCalm();
            assertThat(engine.listed()).isOne();
        }
    }

    @Test
    void slowListHoldsUpNobodyElse() {
        var hearer = Hearer.ofWhatComes();
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        engine.whenListing(() -> {
            asked.countDown();
            awaitQuietly(answer);
        });

        try (var _ = nodeEvents.follow(SANDBOX, NODE, hearer);
                var _ = ports.follow(SANDBOX, List.of(NODE))) {
            await().until(() -> asked.getCount() == 0);
            await().until(() -> hearer.heard().contains("opened"));
            engine.reports("start");
            engine.reports("die");

            await().until(() -> hearer.heard().contains("die"));
            answer.countDown();
        }
    }
}
