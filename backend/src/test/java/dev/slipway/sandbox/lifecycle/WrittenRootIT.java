package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.NODE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.database.OnBothDatabases;
import dev.slipway.engine.CommandResult;
import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineProperties;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** A learner puts FIFOs where the host engine looks for a container's users, on a real engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
class WrittenRootIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path IMAGES = Path.of(System.getProperty("slipway.images", "/run/slipway/images.json"));
    private static final String FIFOS = "for f in passwd group; do rm /etc/$f; mkfifo /etc/$f; done";

    private final String instance = "test-root-" + UUID.randomUUID().toString().substring(0, 6);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private ConfigurableApplicationContext engines;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private ContainerEngine engine;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningSandboxes running;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Sandbox sandbox;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("dev.slipway.engine.docker")
    @EnableConfigurationProperties(EngineProperties.class)
    static class EngineModule {}

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        var socket = System.getProperty("slipway.engine.socket", "unix:///run/slipway/engine.sock");
        engines = new SpringApplicationBuilder(EngineModule.class)
                .web(WebApplicationType.NONE)
                .run("--slipway.engine.socket=" + socket, "--spring.main.banner-mode=off");
        engine = engines.getBean(ContainerEngine.class);
        running = RunningSandboxes.on(
                UUID.randomUUID().toString(), engine, folder, "--slipway.sandbox.instance=" + instance);
        Files.copy(IMAGES, folder.resolve("images.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    @BeforeEach
    void makeASandbox() {
        sandbox = running.sandboxes().request(aRequest());
        awaitReady();
    }

    @AfterEach
    void endIt() {
        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_STAFF);
        await().atMost(PATIENCE).until(() -> running.sandboxes().open().isEmpty());
    }

    @AfterAll
    void stop() {
        running.close();
        engines.close();
    }

    @Test
    void aNodeThatStoppedIsRecreatedWithAllThatWasOnItsDisk() {
        assertThat(run("docker", "create", "--name", "kept", "busybox").exitStatus())
                .isZero();
        assertThat(run("bash", "-c", "echo note > /root/note && sync").exitStatus())
                .isZero();
        stop("true");

        running.get(Reconciler.class).reconcile();

        awaitRepair();
        assertThat(broken()).isEmpty();
        assertThat(run("docker", "ps", "-a", "--format", "{{.Names}}").output()).isEqualTo("kept\n");
        assertThat(run("cat", "/root/note").output()).isEqualTo("note\n");
    }

    @Test
    void aNodeThatStoppedWithFifosForItsUserFilesHangsNothingAndCanBeReset() {
        stop(FIFOS);

        running.get(Reconciler.class).reconcile();

        awaitRepair();
        assertThat(broken()).containsOnlyKeys(NODE);
        running.sandboxes().resetNode(sandbox.id(), NODE);
        awaitRepair();
        assertThat(broken()).isEmpty();
        assertThat(run("docker", "ps").exitStatus()).isZero();
    }

    /** Kills all but the first process, which ends with its child. */
    private void stop(String before) {
        var command = StreamRequest.Command.of("bash", "-c", before + "; kill -9 -1");
        try {
            var _ = streams().run(sandbox.id(), NODE, command, Duration.ofSeconds(5), 1000);
        } catch (EngineException killed) {
            // The command was killed too.
        }
        await().atMost(PATIENCE).until(() -> node().status() == Status.STOPPED);
    }

    private void awaitRepair() {
        await().atMost(PATIENCE).until(() -> !running.get(Workshop.class).isBusy(sandbox.id()));
        awaitReady();
    }

    private Map<NodeName, String> broken() {
        return running.sandboxes().find(sandbox.id()).orElseThrow().brokenNodes();
    }

    @Test
    void fifosForUserFilesHangNeitherThePlatformNorTheEnd() {
        assertThat(run("bash", "-c", FIFOS).exitStatus()).isZero();
        for (var process = 0; process < 10; process++) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> streams()
                            .run(sandbox.id(), NODE, StreamRequest.Command.of("true"), Duration.ofMillis(700), 1000));
        }

        var began = System.nanoTime();
        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);
        await().atMost(PATIENCE).until(() -> running.sandboxes().open().isEmpty());

        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("end of a node whose processes hang: " + took.toMillis() + " ms");
        assertThat(engine.nodes(Map.of("dev.slipway.instance", instance))).isEmpty();
    }

    private CommandResult run(String... command) {
        return streams().run(sandbox.id(), NODE, StreamRequest.Command.of(command), Duration.ofSeconds(60), 4096);
    }

    private NodeStreams streams() {
        return running.get(NodeStreams.class);
    }

    private EngineContainer node() {
        return engine.nodes(Map.of("dev.slipway.instance", instance)).getFirst();
    }

    private void awaitReady() {
        await().atMost(PATIENCE)
                .until(() ->
                        running.sandboxes().find(sandbox.id()).orElseThrow().state() instanceof Ready);
    }
}
