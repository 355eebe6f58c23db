package dev.slipway.bench;

import java.io.IOException;

/** Measures the time from Ctrl-C, while {@code yes} runs, to the prompt, which comes after all earlier output. */
final class Interrupt {
    private static final long RUN_NANOS = 500_000_000;

    private Interrupt() {}

    /**
     * Adds a sample for each Ctrl-C.
     *
     * @param samples milliseconds until the prompt
     * @param onTheWay number of bytes that arrived between Ctrl-C and the end of the prompt
     */
    static void measure(Line line, int times, Samples samples, Samples onTheWay) throws IOException {
        for (var time = 0; time < times; time++) {
            line.type("yes\r");
            for (var began = System.nanoTime(); System.nanoTime() - began < RUN_NANOS; ) {
                line.read();
            }
            var pressed = System.nanoTime();
            line.type("\u0003");
            onTheWay.add((double) line.readUntil(Line.PROMPT));
            samples.add((System.nanoTime() - pressed) / 1e6);
        }
    }
}
