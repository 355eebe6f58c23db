package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static dev.slipway.sandbox.SandboxSamples.LEASE;
import static dev.slipway.sandbox.SandboxSamples.NODE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.database.OnBothDatabases;
import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineProperties;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.TerminalSize;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.StreamRequest;
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

/** Freezing and thawing on a real engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
class FrozenSandboxIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path IMAGES = Path.of(System.getProperty("slipway.images", "/run/slipway/images.json"));

    private final String instance =
            "test-frozen-" + UUID.randomUUID().toString().substring(0, 6);

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
        awaitState(new Ready());
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
    void theFirstKeyThawsAndCompletesWhatWasHalfTyped() throws IOException {
        try (var shell = streams().open(sandbox.id(), NODE, StreamRequest.Shell.first(new TerminalSize(80, 24)))) {
            var screen = Screen.of(shell);
            await().atMost(PATIENCE).until(() -> screen.text().contains("node1"));
            type(shell, "echo ha''lf");
            await().atMost(PATIENCE).until(() -> screen.text().contains("ha''lf"));
            freeze();

            type(shell, "way\r");

            await().atMost(PATIENCE).until(() -> screen.text().contains("halfway"));
            awaitState(new Ready());
            assertThat(node().status()).isEqualTo(Status.RUNNING);
        }
    }

    @Test
    void eventsOfTheNodeEngineGoOnOnTheSameStream() throws IOException {
        try (var stream = streams().open(sandbox.id(), NODE, new StreamRequest.NodeEngine())) {
            var events = Screen.of(stream);
            type(stream, "GET /v1.44/events HTTP/1.1\r\nHost: docker\r\n\r\n");
            await().atMost(PATIENCE).until(() -> events.text().contains("200 OK"));
            freeze();

            running.sandboxes().awaken(sandbox.id());
            docker("create", "--name", "afterwards", "httpd");

            await().atMost(PATIENCE).until(() -> events.text().contains("afterwards"));
        }
    }

    @Test
    void theReaperEndsItWhileItStandsStill() throws IOException {
        docker("run", "-d", "httpd");
        freeze();
        running.clock().advance(LEASE);

        running.get(Reaper.class).reap();

        awaitState(new Ended(EndReason.LEASE_EXPIRED));
        assertThat(engine.nodes(Map.of("dev.slipway.instance", instance))).isEmpty();
    }

    /** Where the clean-up took 70 seconds: processes come and go, and move between groups, while the node is paused. */
    @Test
    void anEndOfANodeThatFightsItsFreezeIsQuick() {
        var fight = """
                cd /sys/fs/cgroup/freezer 2>/dev/null || cd /sys/fs/cgroup
                mkdir -p a b
                for i in 1 2 3 4; do
                  (while :; do
                    (echo $BASHPID > a/cgroup.procs) & (echo $BASHPID > b/cgroup.procs) & wait
                  done) > /dev/null 2>&1 &
                done
                (while :; do
                  echo FROZEN > a/freezer.state; echo THAWED > a/freezer.state
                done) > /dev/null 2>&1 &
                """;
        var command = StreamRequest.Command.of("bash", "-c", fight);
        assertThat(streams().run(sandbox.id(), NODE, command, PATIENCE, 4096).exitStatus())
                .isZero();
        running.clock().advance(IDLE);
        running.get(IdleWatch.class).look();

        var began = System.nanoTime();
        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);
        awaitState(new Ended(EndReason.ENDED_BY_LEARNER));

        var took = Duration.ofNanos(System.nanoTime() - began);
        System.out.printf("end during a fought freeze: %d ms%n", took.toMillis());
        assertThat(took).isLessThan(Duration.ofSeconds(10));
        assertThat(engine.nodes(Map.of("dev.slipway.instance", instance))).isEmpty();
    }

    private void freeze() {
        running.clock().advance(IDLE);
        running.get(IdleWatch.class).look();
        awaitState(new Frozen());
        await().atMost(PATIENCE).until(() -> node().status() == Status.PAUSED);
    }

    private void docker(String... arguments) {
        var command = new String[arguments.length + 1];
        command[0] = "docker";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        var result = streams().run(sandbox.id(), NODE, StreamRequest.Command.of(command), PATIENCE, 4096);
        assertThat(result.exitStatus()).as(result.error()).isZero();
    }

    private NodeStreams streams() {
        return running.get(NodeStreams.class);
    }

    private EngineContainer node() {
        return engine.nodes(Map.of("dev.slipway.instance", instance)).getFirst();
    }

    private void awaitState(SandboxState state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(running.sandboxes()
                                .find(sandbox.id())
                                .orElseThrow()
                                .state())
                        .isEqualTo(state));
    }

    private static void type(EngineStream stream, String text) throws IOException {
        stream.input().write(text.getBytes(UTF_8));
        stream.input().flush();
    }

    /** What a stream has said so far, read on a thread of its own. Guarded by its monitor. */
    private static final class Screen {
        private final StringBuilder text = new StringBuilder();

        static Screen of(EngineStream stream) {
            var screen = new Screen();
            Thread.ofVirtual().start(() -> screen.read(stream));
            return screen;
        }

        private void read(EngineStream stream) {
            try {
                for (int next; (next = stream.output().read()) >= 0; ) {
                    add((char) next);
                }
            } catch (IOException closed) {
                add('\n');
            }
        }

        private synchronized void add(char next) {
            text.append(next);
        }

        synchronized String text() {
            return text.toString();
        }
    }
}
