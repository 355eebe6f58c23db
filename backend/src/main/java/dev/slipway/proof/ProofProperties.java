package dev.slipway.proof;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Time limits of proofs.
 *
 * @param machines maximum time until a sandbox is ready, including the time in the queue
 * @param prompt maximum time until a typed command ends, or an expected text appears
 * @param quiet how long a terminal must print nothing before its last line counts as a prompt; a short time suffices,
 *     because programs print the whole prompt in one write
 * @param unprompted how long a terminal must print nothing before the next step if no prompt is expected, such as after
 *     {@code docker attach}
 * @param verdicts maximum time until tasks pass after the last line was typed, in addition to the time that their
 *     checks must hold
 * @param settle how long the proof waits for tasks that must fail, in case they pass by mistake
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
