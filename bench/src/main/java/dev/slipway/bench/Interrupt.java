package dev.slipway.bench;

import java.io.IOException;

/** Ctrl-C while {@code yes} runs, up to the prompt, which comes after everything that was written before. */
final class Interrupt {
    private static final long RUN_NANOS = 500_000_000;

    private Interrupt() {}

    /**
     * @param samples milliseconds to the prompt
     * @param onTheWay bytes that came before the prompt
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
