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
 * Settings for the evaluation of checks. A wave is one evaluation of all open tasks of an attempt.
 *
 * @param debounce time from an event to the wave that the event causes; if one command causes several events within
 *     this time, one wave evaluates the result of all of them
 * @param spacing minimum time between the end of a wave and the next wave that an event causes, so that a container
 *     that restarts in a loop cannot keep a processor busy
 * @param reconcile interval at which open tasks are evaluated without an event
 * @param callTimeout timeout of one request to a node engine and of one probe
 * @param waveTimeout timeout for gathering all facts in one wave; facts that have not been gathered by then count as
 *     timed out
 * @param concurrentWaves maximum number of attempts that the platform evaluates at the same time
 * @param answerLimit maximum size of a response that is read from a node engine
 * @param excerptLimit maximum number of bytes of a file or a web page that are kept as a fact
 * @param eventLimit maximum number of events that are kept per node; older events are dropped
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
