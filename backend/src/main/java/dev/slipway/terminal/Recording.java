package dev.slipway.terminal;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a recording without reading it.
 *
 * @param lastWritten when something was last added
 * @param bytes the length of its file
 */
public record Recording(RecordingId id, Instant lastWritten, long bytes) {

    /** How long it is, to about a second. */
    public Duration length() {
        var length = Duration.between(id.startedAt(), lastWritten);
        return length.isNegative() ? Duration.ZERO : length;
    }
}
