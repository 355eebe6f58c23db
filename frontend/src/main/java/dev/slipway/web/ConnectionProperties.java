package dev.slipway.web;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the server's connections, which apply to unauthenticated clients, too.
 *
 * @param maxPerAddress connections that one address may have at once. Does not apply to a trusted proxy, which connects
 *     for many clients. The default is a quarter of all connections and enough for a class behind one address: thirty
 *     browsers with thirty connections each
 * @param headDeadline time in which a client must send a request's line and headers, which are at most 64 KB in total;
 *     a slow link needs about a second for them
 * @param unreachableNote path of the file that the program {@code frontend/watch}, outside of the platform's container,
 *     writes when the published port does not answer; empty if that program does not run
 */
@Validated
@ConfigurationProperties("slipway.connections")
public record ConnectionProperties(
        @DefaultValue("1024") @Min(1) int maxPerAddress,
        @DefaultValue("15s") Duration headDeadline,
        @DefaultValue("") String unreachableNote) {

    /** Returns the file that {@code frontend/watch} writes, if that program runs. */
    Optional<Path> note() {
        return Optional.of(unreachableNote).filter(file -> !file.isBlank()).map(Path::of);
    }
}
