package dev.slipway.engine;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the host engine.
 *
 * @param socket the engine's Unix socket, as in {@code unix:///run/slipway/engine.sock}
 * @param connectTimeout timeout for opening a connection; short, because the engine is on the same machine
 * @param callTimeout timeout of one API call, long enough for an engine that starts thirty nodes at once
 * @param runtime the OCI runtime of the nodes, such as {@code sysbox-runc}; empty for the engine's default
 */
@Validated
@ConfigurationProperties("slipway.engine")
public record EngineProperties(
        @DefaultValue("unix:///run/slipway/engine.sock") @NotNull
        URI socket,

        @DefaultValue("2s") @DurationMin(millis = 1) Duration connectTimeout,
        @DefaultValue("30s") @DurationMin(millis = 1) Duration callTimeout,
        @DefaultValue("") String runtime) {

    public EngineProperties {
        if (!"unix".equals(socket.getScheme())) {
            throw new IllegalArgumentException("the engine's address must be a Unix socket, unix:///path: " + socket);
        }
    }

    /** Returns the path of the socket in the file system. */
    public Path socketPath() {
        return Path.of(socket.getPath());
    }
}
