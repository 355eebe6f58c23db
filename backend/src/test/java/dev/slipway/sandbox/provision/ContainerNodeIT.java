package dev.slipway.sandbox.provision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.NodeStreamsContract;
import dev.slipway.sandbox.OneReadySandbox;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.http.StreamHttpClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs the contract on a node of the host engine that {@code slipway.engine.socket} and {@code slipway.images} name.
 */
class ContainerNodeIT extends NodeStreamsContract {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static RealNode node;

    @BeforeAll
    static void startNode() {
        node = RealNode.started(SANDBOX, NODE);
    }

    @AfterAll
    static void removeNode() {
        node.close();
    }

    @Override
    protected NodeStreams streams() {
        return node.streams(new OneReadySandbox(SANDBOX, NODE));
    }

    @Test
    void nodeThatBootsOpensNoShellAndNoPort() {
        var streams = node.streams(new OneReadySandbox(SANDBOX, NODE).recreating());
        var shell = new StreamRequest.Shell(1, Optional.empty());

        assertThatThrownBy(() -> streams.node(SANDBOX, NODE).open(shell)).hasMessageContaining("NODE_BEING_RECREATED");
        assertThatThrownBy(() -> streams.node(SANDBOX, NODE).open(new StreamRequest.Port(80, false)))
                .hasMessageContaining("NODE_BEING_RECREATED");
        streams.node(SANDBOX, NODE).open(StreamRequest.Command.of("/bin/true")).close();
    }

    @Test
    void engineReportsItsEventsWhileItAnswersRequests() throws IOException {
        var engine = new StreamRequest.NodeEngine();

        try (var client =
                        new StreamHttpClient(() -> streams().node(SANDBOX, NODE).open(engine), "docker");
                var events = client.stream("/events?filters=%7B%22event%22%3A%5B%22die%22%5D%7D", SOON)) {
            assertThat(node.sh("docker run --network none busybox echo hello")).isEqualTo("hello\n");
            // `docker run` returns with the last output, shortly before the list shows the end.
            await().untilAsserted(() -> assertThat(client.get("/containers/json?all=true", SOON, 50_000)
                            .body())
                    .contains("Exited (0)"));

            var event = new BufferedReader(new InputStreamReader(events, UTF_8)).readLine();
            assertThat(event).contains("\"exitCode\":\"0\"");
        }
    }

    /** The connections stay silent. Each is open here for two seconds, one after the other. */
    @Test
    void manyConnectionsFromTheNodeTakeNothingFromThePlatform() throws IOException {
        var files = openFiles();
        node.sh("for i in $(seq 400); do"
                + " (sleep 60 | nc -NU /run/slipway-platform/agent.sock) > /dev/null 2>&1 < /dev/null & done; sleep 3");

        assertThat(openFiles() - files).isLessThan(10);
        assertThat(streams()
                        .node(SANDBOX, NODE)
                        .run(StreamRequest.Command.of("echo", "beside"), SOON, 100)
                        .output())
                .isEqualTo("beside\n");
        node.sh("pkill sleep; pkill nc; true");
    }

    private static long openFiles() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    @Test
    void diallerSaysThatNothingListensAtAPort() {
        var port = new StreamRequest.Probe(81);

        try (var client =
                new StreamHttpClient(() -> streams().node(SANDBOX, NODE).open(port), "node")) {
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> client.get("/", SOON, 100))
                    .withMessageContaining("Connection refused");
        }
    }
}
