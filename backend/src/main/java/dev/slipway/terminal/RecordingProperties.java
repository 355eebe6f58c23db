package dev.slipway.terminal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of recordings.
 *
 * @param enabled whether terminals are recorded
 * @param consent what people are told who are recorded; {@code {days}} stands for the retention
 * @param maxSize where a recording ends, with a marker; half an hour of work takes well under one MB
 * @param maxSizePerSandbox where all recordings of one sandbox end together, so that nobody fills the disk by opening
 *     shell after shell; a hundred hours of usual work. A restarted lab is another sandbox, and how often one may be
 *     restarted is bounded elsewhere
 * @param keepFree how much of the disk is left to the database and the rest
 * @param retention how long a recording is kept after its last output
 */
@Validated
@ConfigurationProperties("slipway.recording")
public record RecordingProperties(
        @DefaultValue("true") boolean enabled,

        @DefaultValue(
                "What your terminals show is recorded, with the time: the output, never the keys you press, so a password"
                        + " that is not shown is not recorded. You and your teachers can replay it; nobody else."
                        + " Recordings are removed after {days} days.")
        String consent,

        @DefaultValue("32MB") DataSize maxSize,
        @DefaultValue("64MB") DataSize maxSizePerSandbox,
        @DefaultValue("512MB") DataSize keepFree,
        @DefaultValue("180d") Duration retention) {

    public RecordingProperties {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("slipway.recording.retention must be longer than nothing");
        }
    }
}
