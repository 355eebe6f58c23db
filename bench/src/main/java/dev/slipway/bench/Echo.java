package dev.slipway.bench;

import java.io.IOException;

/** From a byte sent to the same byte received, written back by a program in the node that does nothing else. */
final class Echo {
    /** Faster than anybody types, slow enough that the machine rests between two keys as it does then. */
    private static final int GAP_MILLIS = 4;

    private Echo() {}

    static void measure(Line line, int keys, Samples samples) throws IOException {
        line.type("stty raw -echo; echo rea\"\"dy; dd bs=1 status=none count=" + (keys + 1) + "; stty sane\r");
        line.readUntil("ready\n");
        for (var key = 0; key < keys; key++) {
            Pause.millis(GAP_MILLIS);
            var sent = System.nanoTime();
            line.type("x");
            if (line.read()[0] != 'x') {
                throw new IllegalStateException("something else came than what was typed");
            }
            samples.add((System.nanoTime() - sent) / 1e6);
        }
        // One more than is measured, because its echo may come together with the prompt.
        line.type("x");
        line.readUntil(Line.PROMPT);
    }
}
