package dev.slipway.check;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * When and how checks are evaluated.
 *
 * @param debounce how long after an event a wave starts: one command makes several events within this time
 * @param spacing the least time between the end of a wave and the next one that events cause, so that a container that
 *     restarts for ever cannot keep a processor busy
 * @param reconcile how often open tasks are evaluated without an event
 * @param callTimeout for one request to a node engine or one probe
 * @param waveTimeout for gathering all facts of an attempt; what is missing then has timed out
 * @param concurrentWaves how many attempts are evaluated at a time on the whole platform
 * @param answerLimit the longest answer of a node engine that is read
 * @param excerptLimit how much of a file or a web page is kept as a fact
 * @param eventLimit how many events are kept per node; older ones are forgotten
 */
@Validated
@ConfigurationProperties("slipway.check")
public record CheckProperties(
        @DefaultValue("25ms") @NotNull Duration debounce,
        @DefaultValue("50ms") @NotNull Duration spacing,
        @DefaultValue("15s") @NotNull Duration reconcile,
        @DefaultValue("3s") @NotNull Duration callTimeout,
        @DefaultValue("8s") @NotNull Duration waveTimeout,
        @DefaultValue("16") @Min(1) @Max(1000) int concurrentWaves,
        @DefaultValue("2MB") @NotNull DataSize answerLimit,
        @DefaultValue("16KB") @NotNull DataSize excerptLimit,
        @DefaultValue("500") @Min(10) @Max(10_000) int eventLimit) {}
