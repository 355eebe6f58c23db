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
 * @param host the name below which each preview has a host name of its own; browsers find everything below
 *     {@code localhost} on their own machine, any other name needs a wildcard DNS record
 * @param ticketLife how long a ticket may be used
 * @param answerTimeout how long an app may take until its answer begins
 * @param idleTimeout how long an answer or a WebSocket may stand still; browsers that vanish do not always say so
 * @param maxConnections requests and WebSockets that one preview may have open; a browser opens six and some WebSockets
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
