package dev.slipway.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.ContainerEngineContract;
import dev.slipway.engine.EngineProperties;
import dev.slipway.engine.ExecSpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
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
            ""));
    private static final JsonNode IMAGES =
            JsonMapper.shared().readTree(Path.of(System.getProperty("slipway.images", "/run/slipway/images.json")));

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
}
