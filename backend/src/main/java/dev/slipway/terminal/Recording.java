package dev.slipway.terminal;

import java.time.Duration;
import java.time.Instant;

/**
 * Description of a recording, known without reading its content.
 *
 * @param lastWritten when output or a marker was last added
 * @param bytes length of its file
 */
public record Recording(RecordingId id, Instant lastWritten, long bytes) {

    /** Returns the duration from its start to the last write, accurate to about a second. */
    public Duration length() {
        var length = Duration.between(id.startedAt(), lastWritten);
        return length.isNegative() ? Duration.ZERO : length;
    }
}
