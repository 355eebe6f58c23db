package dev.slipway.check.run;

import static dev.slipway.check.run.Watching.ATTEMPT;
import static dev.slipway.check.run.Watching.NODE;
import static dev.slipway.check.run.Watching.RARELY;
import static dev.slipway.check.run.Watching.RUNS;
import static dev.slipway.check.run.Watching.SANDBOX;
import static dev.slipway.check.run.Watching.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.check.Verdict;
import dev.slipway.preview.OpenPort;
import dev.slipway.preview.OpenPorts;
import dev.slipway.preview.ports.SomePorts;
import dev.slipway.sandbox.events.SomeNodeEvents;
import dev.slipway.sandbox.provision.RealNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests checks and ports of one real node together, as they run while a learner has the workspace open. */
class OneSubscriberIT {
    private static final OpenPort WEB = new OpenPort(NODE, 8080, "web", true);
    private static RealNode node;
    private Watching watching;
    private OpenPorts ports;

    @BeforeAll
    static void start() {
        node = RealNode.started();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void watch() {
        var events = SomeNodeEvents.of(node);
        watching = new Watching(node, events, RARELY);
        ports = SomePorts.of(node, events);
    }

    @AfterEach
    void unwatch() {
        watching.close();
        node.sh("docker ps -aq | xargs -r docker rm -f");
    }

    private static void awaitSubscribers(int number) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(node.sh("docker info --format '{{.NEventsListener}}'")
                                .strip())
                        .isEqualTo(Integer.toString(number)));
    }

    private void awaitPublished(OpenPort... published) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ports.of(SANDBOX)).containsExactly(published));
    }

    @Test
    void engineHasOneSubscriberForChecksAndPorts() {
        awaitSubscribers(0);
        watching.watch(RUNS);
        awaitSubscribers(1);

        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            node.sh("docker run -d --name web -p 8080:80 httpd");
            awaitPublished(WEB);
            watching.awaitLast(Verdict.Passed.class);
            awaitSubscribers(1);

            watching.checks.unwatch(ATTEMPT);
            node.sh("docker rm -f web");
            awaitPublished();
            awaitSubscribers(1);
        }
        awaitSubscribers(0);
    }

    @Test
    void checksThatJoinThePortsHearWhatHappenedBefore() {
        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            awaitSubscribers(1);
            node.sh("docker run -d --name web -p 8080:80 httpd && docker stop -t 0 web");

            watching.watch(STOPPED);

            watching.awaitLast(Verdict.Passed.class);
            awaitSubscribers(1);
        }
    }

    @Test
    void restartedEngineHasOneSubscriberAgain() {
        watching.watch(RUNS);
        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            awaitSubscribers(1);

            node.sh("pkill -9 -x dockerd; sleep 0.1; /usr/local/bin/node-ready 30");
            awaitSubscribers(1);
            node.sh("docker run -d --name web -p 8080:80 httpd");

            awaitPublished(WEB);
            watching.awaitLast(Verdict.Passed.class);
            awaitSubscribers(1);
        }
    }
}
