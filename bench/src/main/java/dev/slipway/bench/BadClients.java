package dev.slipway.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Clients that behave as no browser does. They must not lose output, and must not make the platform use more resources.
 */
final class BadClients {
    static final Duration SILENCE = Duration.ofSeconds(60);
    private static final String COUNT = "seq 999999999\r";
    private static final String STOP = "\u0003";

    private BadClients() {}

    /**
     * Acknowledges each byte with a frame of its own.
     *
     * @return acknowledgements per second
     */
    static double acknowledgeEachByte(SlipwayLine line, NumberedLines lines, int bytes) throws IOException {
        line.type(COUNT);
        var began = System.nanoTime();
        for (var read = 0; read < bytes; ) {
            var offset = line.received();
            var output = line.read();
            while (offset < line.received()) {
                line.acknowledge(++offset);
            }
            lines.take(output);
            read += output.length;
        }
        var took = System.nanoTime() - began;
        line.type(STOP);
        return bytes * 1e9 / took;
    }

    /**
     * Starts a flood in each terminal, then reads nothing for a minute.
     *
     * @return additional live bytes on the platform's heap per terminal; empty if the heap cannot be measured
     */
    static Optional<Double> silence(List<SlipwayLine> silent) throws IOException, InterruptedException {
        var before = Heap.alive();
        for (var line : silent) {
            line.type(COUNT);
        }
        Pause.millis(SILENCE.toMillis());
        var after = Heap.alive();
        return before.flatMap(then -> after.map(now -> (double) (now - then) / silent.size()));
    }

    /** Continues to read after the silence and returns the lines, which show whether any lines are missing. */
    static NumberedLines readOn(SlipwayLine line, long upTo) throws IOException {
        var lines = new NumberedLines();
        while (lines.last() < upTo) {
            lines.take(line.read());
        }
        line.type(STOP);
        return lines;
    }
}
