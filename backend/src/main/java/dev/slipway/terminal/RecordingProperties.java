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
 * @param consent text that informs users about the recording; {@code {days}} is replaced by the retention in days
 * @param maxSize size at which the platform adds a marker to a recording and ends it; half an hour of work needs well
 *     under one MB
 * @param maxSizePerSandbox total size of a sandbox's recordings at which the platform ends all of them, so that a user
 *     cannot fill the disk by opening many shells; it is enough for a hundred hours of usual work. A restarted lab gets
 *     a new sandbox; another limit bounds the number of restarts
 * @param keepFree free disk space below which the platform ends all recordings, so that the database and other files
 *     have room
 * @param retention time for which the platform keeps a recording after its last output
 */
@Validated
@ConfigurationProperties("slipway.recording")
public record RecordingProperties(
        @DefaultValue("true") boolean enabled,

        @DefaultValue(
                "What your terminals show is recorded, with the time: the output, never the keys you press, so a password"
                        + " that is not shown is not recorded. Only you and your teachers can replay it."
                        + " Recordings are removed after {days} days.")
        String consent,

        @DefaultValue("32MB") DataSize maxSize,
        @DefaultValue("64MB") DataSize maxSizePerSandbox,
        @DefaultValue("512MB") DataSize keepFree,
        @DefaultValue("180d") Duration retention) {

    public RecordingProperties {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("slipway.recording.retention must be positive");
        }
    }
}
