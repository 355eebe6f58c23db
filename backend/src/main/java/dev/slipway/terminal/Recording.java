package dev.slipway.terminal;

import java.time.Duration;
import java.time.Instant;

/**
 * Description of a recording. The platform determines it without reading the recording's content.
 *
 * @param lastWritten time at which output or a marker was last added
 * @param bytes length of the recording's file
 */
public record Recording(RecordingId id, Instant lastWritten, long bytes) {

    /** Returns the duration from the start of the recording to the last write, accurate to about a second. */
    public Duration length() {
        var length = Duration.between(id.startedAt(), lastWritten);
        return length.isNegative() ? Duration.ZERO : length;
    }
}
