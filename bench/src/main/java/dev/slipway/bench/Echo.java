package dev.slipway.bench;

import java.io.IOException;

/**
 * Measures the time from sending a byte to receiving its echo. The echo comes from a program in the node that does
 * nothing else.
 */
final class Echo {
    /**
     * Pause between two keys. It is shorter than the pause of a person, but long enough that the host is idle between
     * two keys, as it is while a person types.
     */
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
                throw new IllegalStateException("the echo differs from the typed text");
            }
            samples.add((System.nanoTime() - sent) / 1e6);
        }
        // Types one key more than is measured, because the last echo may arrive together with the prompt.
        line.type("x");
        line.readUntil(Line.PROMPT);
    }
}
