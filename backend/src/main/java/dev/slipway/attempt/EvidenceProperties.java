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
 * Limits for stored evidence. Verdicts that change the outcome of a task are never removed. The facts of a task's last
 * verdict are kept at least for the retention time.
 *
 * @param maxFactSize the largest fact that is stored; a larger one is replaced by its size and digest. An event log
 *     with the maximum number of events has about 100 KB
 * @param maxRewordings stored verdicts of one task that changed only the text of a failure; the platform removes the
 *     oldest of them when there are more. A learner who causes such verdicts on purpose needs three minutes to reach
 *     the limit
 * @param maxSizePerAttempt total size of all facts of an attempt: enough for 150 verdicts with a full event log, and
 *     small enough that a thousand attempts of this size fit on a disk
 * @param retention how long the facts are kept after the end of the attempt: a school year, and some time for
 *     complaints
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
            throw new IllegalArgumentException("slipway.evidence.retention must be positive");
        }
    }
}
