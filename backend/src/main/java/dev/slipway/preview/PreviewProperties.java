package dev.slipway.preview;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of previews.
 *
 * @param host domain below which each preview has its own host name. Browsers resolve all names below {@code localhost}
 *     to their own machine; any other domain needs a wildcard DNS record
 * @param ticketLife how long a ticket may be used
 * @param answerTimeout how long an app may take until its answer begins
 * @param idleTimeout time without transferred data after which the platform closes an answer or a WebSocket; a browser
 *     that disappears does not always close its connections
 * @param maxConnections number of requests and WebSockets that one preview may have open at the same time; a browser
 *     opens six connections and some WebSockets
 */
@Validated
@ConfigurationProperties("slipway.preview")
public record PreviewProperties(
        @DefaultValue("localhost") @Pattern(regexp = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
        String host,

        @DefaultValue("30s") Duration ticketLife,
        @DefaultValue("2m") Duration answerTimeout,
        @DefaultValue("15m") Duration idleTimeout,
        @DefaultValue("64") @Min(1) int maxConnections) {}
