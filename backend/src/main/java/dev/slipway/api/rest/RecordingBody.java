package dev.slipway.api.rest;

import dev.slipway.terminal.Recording;
import java.time.Instant;

/**
 * Description of a recording.
 *
 * @param seconds length of the recording, accurate to about a second
 */
record RecordingBody(
        String id, String node, int terminal, Instant startedAt, Instant lastWrittenAt, long seconds, long bytes) {
    static RecordingBody of(Recording recording) {
        var id = recording.id();
        return new RecordingBody(
                id.toString(),
                id.terminal().node().value(),
                id.terminal().number(),
                id.startedAt(),
                recording.lastWritten(),
                recording.length().toSeconds(),
                recording.bytes());
    }
}
