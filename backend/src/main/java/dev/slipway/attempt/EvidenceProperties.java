package dev.slipway.attempt;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much evidence is stored, and for how long. Verdicts that change the outcome of a task are never removed, and neither
 * are the facts of a task's last verdict while they are younger than the retention.
 *
 * @param maxFactSize the largest fact that is stored; a larger one is replaced by its size and digest. An event log with as
 *     many events as checks remember has about 100 KB
 * @param maxRewordings verdicts of one task that changed nothing but the words of a failure; beyond that the oldest are
 *     removed. A flood of them takes three minutes to get there
 * @param maxSizePerAttempt what all facts of an attempt may take together: room for 150 verdicts with a full event log, while
 *     a thousand attempts whose learners flood on purpose fit on a disk
 * @param retention how long after the end of an attempt its facts are kept: a school year, and time for a complaint
 */
@Validated
@ConfigurationProperties("slipway.evidence")
public record EvidenceProperties(
        @DefaultValue("256KB") @NotNull DataSize maxFactSize,
        @DefaultValue("200") @Min(1) @Max(100_000) int maxRewordings,
        @DefaultValue("16MB") @NotNull DataSize maxSizePerAttempt,
        @DefaultValue("400d") @NotNull Duration retention) {

    public EvidenceProperties {
        if (maxFactSize.toBytes() <= 0 || maxSizePerAttempt.toBytes() < maxFactSize.toBytes()) {
            throw new IllegalArgumentException(
                    "slipway.evidence.max-fact-size must be positive and at most max-size-per-attempt");
        }
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("slipway.evidence.retention must be longer than nothing");
        }
    }
}
