package dev.slipway.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.ContainerEngineContract;
import dev.slipway.engine.EngineProperties;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.StreamHttpClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the contract on the host engine that the system properties {@code slipway.engine.socket} and {@code
 * slipway.images} name.
 */
final class DockerContainerEngineIT extends ContainerEngineContract {
    private static final DockerContainerEngine ENGINE = new DockerContainerEngine(new EngineProperties(
            URI.create(System.getProperty("slipway.engine.socket", "unix:///run/slipway/engine.sock")),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            "",
            DataSize.ofMegabytes(1)));
    private static final JsonNode IMAGES =
            JsonMapper.shared().readTree(Path.of(System.getProperty("slipway.images", "/run/slipway/images.json")));

    private static final Duration SOON = Duration.ofSeconds(20);

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Override
    protected ContainerEngine engine() {
        return ENGINE;
    }

    @Override
    protected String image() {
        return IMAGES.get("node").asString();
    }

    @Override
    protected String storeVolume() {
        return IMAGES.get("store").asString();
    }

    @Test
    void endsProcessesThatReadTheirInputWhenTheStreamIsClosed() {
        startedNode();

        try (var _ = ENGINE.open(name, ExecSpec.command("cat"))) {
            await().untilAsserted(() -> assertThat(cats()).isEqualTo("1\n"));
        }

        await().untilAsserted(() -> assertThat(cats()).isEqualTo("0\n"));
    }

    private String cats() {
        return run("sh", "-c", "grep -lx cat /proc/[0-9]*/comm | wc -l").output();
    }

    @Test
    void runsNodesInAUserNamespaceWithoutPrivileges() {
        startedNode();

        // Root in the node is an unprivileged user on the host.
        assertThat(run("cat", "/proc/self/uid_map").output().trim()).doesNotStartWith("0          0");
        assertThat(run("mknod", "/tmp/disk", "b", "8", "0").succeeded()).isFalse();
    }

    @Test
    void limitsMemoryAndProcesses() {
        startedNode();

        var limits = run(
                "sh",
                "-c",
                "cat /sys/fs/cgroup/memory.max /sys/fs/cgroup/memory/memory.limit_in_bytes 2>/dev/null;"
                        + "cat /sys/fs/cgroup/pids.max /sys/fs/cgroup/pids/pids.max 2>/dev/null");

        assertThat(limits.output().lines()).containsExactly("268435456", "200");
    }

    @Test
    void reachesTheNodeEngineOverADialledEndpoint() throws IOException {
        startedNode();
        var ready = ENGINE.run(name, ExecSpec.command("/usr/local/bin/node-ready", "60"), Duration.ofMinutes(2), 5000);
        assertThat(ready.error()).isEmpty();
        var dial = ExecSpec.command("/usr/bin/socat", "-", "UNIX-CONNECT:/var/run/docker.sock");

        try (var client = new StreamHttpClient(() -> ENGINE.open(name, dial), "docker");
                var events = client.stream("/events?filters=%7B%22event%22%3A%5B%22die%22%5D%7D", SOON)) {
            assertThat(client.get("/_ping", SOON, 100).body()).isEqualTo("OK");
            var command = ExecSpec.command("docker", "run", "--network", "none", "busybox", "echo", "hello");
            assertThat(ENGINE.run(name, command, Duration.ofMinutes(1), 5000).output())
                    .isEqualTo("hello\n");
            // `docker run` returns with the last output, shortly before the list shows the end.
            await().untilAsserted(() -> assertThat(client.get("/containers/json?all=true", SOON, 50_000)
                            .body())
                    .contains("Exited (0)"));

            var event = new BufferedReader(new InputStreamReader(events, UTF_8)).readLine();
            assertThat(event).contains("\"exitCode\":\"0\"");
        }
    }

    @Test
    void saysThatNothingListensAtADialledPort() {
        startedNode();
        var dial = ExecSpec.command("/usr/bin/socat", "-", "TCP4:127.0.0.1:81");

        try (var client = new StreamHttpClient(() -> ENGINE.open(name, dial), "node")) {
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> client.get("/", SOON, 100))
                    .withMessageContaining("Connection refused");
        }
    }
}
