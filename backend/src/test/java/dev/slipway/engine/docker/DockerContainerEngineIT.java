package dev.slipway.engine.docker;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.ContainerEngineContract;
import dev.slipway.engine.EngineProperties;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract on the host engine that {@code slipway.engine.socket} and {@code slipway.images} name. */
final class DockerContainerEngineIT extends ContainerEngineContract {
    private static final DockerContainerEngine ENGINE = new DockerContainerEngine(new EngineProperties(
            URI.create(System.getProperty("slipway.engine.socket", "unix:///run/slipway/engine.sock")),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            ""));
    private static final JsonNode IMAGES =
            JsonMapper.shared().readTree(Path.of(System.getProperty("slipway.images", "/run/slipway/images.json")));

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
}
