package dev.slipway.engine;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the host engine is reached.
 *
 * @param socket the engine's Unix socket, as in {@code unix:///run/slipway/engine.sock}
 * @param connectTimeout for opening a connection; the engine is on the same machine
 * @param callTimeout for one call of the API, long enough for an engine that starts thirty nodes at once
 * @param runtime the OCI runtime of the nodes, such as {@code sysbox-runc}; empty for the engine's default
 * @param answerMemory memory that answers of all node engines may hold together, beyond the first megabyte for each node
 *     that is being looked at; a node engine is the learner's and may answer anything
 */
@Validated
@ConfigurationProperties("slipway.engine")
public record EngineProperties(
        @DefaultValue("unix:///run/slipway/engine.sock") @NotNull
        URI socket,

        @DefaultValue("2s") @DurationMin(millis = 1) Duration connectTimeout,
        @DefaultValue("30s") @DurationMin(millis = 1) Duration callTimeout,
        @DefaultValue("") String runtime,
        @DefaultValue("32MB") @NotNull DataSize answerMemory) {

    public EngineProperties {
        if (!"unix".equals(socket.getScheme())) {
            throw new IllegalArgumentException("the engine is reached by a Unix socket, unix:///path: " + socket);
        }
    }

    /** Where the socket lies in the file system. */
    public Path socketPath() {
        return Path.of(socket.getPath());
    }
}
