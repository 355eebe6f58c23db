package dev.slipway.proof;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long proofs wait.
 *
 * @param machines for a sandbox to be ready, with the queue before it
 * @param prompt for a typed command to end
 * @param quiet how long a terminal must say nothing before its last line is taken for a prompt; programs write a prompt
 *     in one go
 * @param unprompted the same where no prompt is expected, such as after {@code docker attach}
 * @param verdicts for tasks to pass after the last line was typed, besides the time that their checks must hold
 * @param settle how long a task that must fail has time to pass by mistake
 */
@Validated
@ConfigurationProperties("slipway.proof")
public record ProofProperties(
        @DefaultValue("2m") Duration machines,
        @DefaultValue("2m") Duration prompt,
        @DefaultValue("120ms") Duration quiet,
        @DefaultValue("1s") Duration unprompted,
        @DefaultValue("20s") Duration verdicts,
        @DefaultValue("1500ms") Duration settle) {}
