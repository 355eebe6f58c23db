package dev.slipway.sandbox;

import static dev.slipway.sandbox.SandboxSamples.NODE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.database.OnBothDatabases;
import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineProperties;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ready;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Base of tests that create a sandbox of the real module for each test, on the host engine at
 * {@code slipway.engine.socket}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
public abstract class RealSandbox {
    protected static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Path IMAGES = Path.of(System.getProperty("slipway.images", "/run/slipway/images.json"));

    private final Map<String, String> labels = Map.of(
            "dev.slipway.instance", "test-" + UUID.randomUUID().toString().substring(0, 6));

    @SuppressWarnings("NullAway.Init") // set before each test
    protected Sandbox sandbox;

    @SuppressWarnings("NullAway.Init") // set before all tests
    protected RunningSandboxes running;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private ConfigurableApplicationContext engines;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private ContainerEngine engine;

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
                UUID.randomUUID().toString(),
                engine,
                folder,
                "--slipway.sandbox.instance=" + labels.get("dev.slipway.instance"));
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

    protected final void awaitState(SandboxState state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(running.sandboxes()
                                .find(sandbox.id())
                                .orElseThrow()
                                .state())
                        .isEqualTo(state));
    }

    protected final NodeStreams streams() {
        return running.get(NodeStreams.class);
    }

    protected final CommandResult run(String... command) {
        return streams().node(sandbox.id(), NODE).run(StreamRequest.Command.of(command), PATIENCE, 4096);
    }

    /** Returns the containers of the sandbox. */
    protected final List<EngineContainer> nodes() {
        return engine.nodes(labels);
    }
}
