package dev.slipway.web;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one stranger may take of the server's connections.
 *
 * @param maxPerAddress connections that one address may have at once, unless it is a trusted proxy's, which speaks for many.
 *     A quarter of all that there are, and enough for a class behind one address: thirty browsers with thirty connections
 * @param headDeadline how long a request's line and headers may take in all; a slow line needs a second for 64 KB
 * @param unreachableNote the file that a watch outside of the container writes when the published port is dead; empty where
 *     there is no watch
 */
@Validated
@ConfigurationProperties("slipway.connections")
public record ConnectionProperties(
        @DefaultValue("1024") @Min(1) int maxPerAddress,
        @DefaultValue("15s") Duration headDeadline,
        @DefaultValue("") String unreachableNote) {

    /** The watch's note, if there is a watch. */
    Optional<Path> note() {
        return Optional.of(unreachableNote).filter(file -> !file.isBlank()).map(Path::of);
    }
}
