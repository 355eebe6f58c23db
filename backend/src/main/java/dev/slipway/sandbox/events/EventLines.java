package dev.slipway.sandbox.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Splits a stream into lines of bounded length, because the learner controls the node engine and could make it send
 * lines of any length.
 */
final class EventLines {
    /** Maximum length of a line: ten times the length of the longest event that was measured, which had many labels. */
    private static final int MAX_LINE = 64 * 1024;

    private final InputStream input;

    EventLines(InputStream input) {
        this.input = input;
    }

    /** Returns the next line and skips lines that are empty or too long; empty at the end of the stream. */
    Optional<byte[]> next() throws IOException {
        var line = new ByteArrayOutputStream();
        var length = 0;
        for (var b = input.read(); b >= 0; b = input.read()) {
            if (b != '\n') {
                length++;
                if (length <= MAX_LINE) {
                    line.write(b);
                }
            } else if (length > MAX_LINE || length == 0) {
                line.reset();
                length = 0;
            } else {
                return Optional.of(line.toByteArray());
            }
        }
        return Optional.empty();
    }
}
