package dev.slipway.sandbox.events;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of bounded length: a node engine is the learner's, who could make it send anything. */
final class EventLines {
    /** An event with the most labels that anyone has seen is a tenth of this. */
    private static final int MAX_LINE = 64 * 1024;

    private final InputStream input;

    EventLines(InputStream input) {
        this.input = input;
    }

    /** The next line that is short enough; empty at the end. */
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
