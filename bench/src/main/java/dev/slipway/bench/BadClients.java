package dev.slipway.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Clients that do what no browser does: nothing may go missing, and the platform must not pay for it. */
final class BadClients {
    static final Duration SILENCE = Duration.ofSeconds(60);
    private static final String COUNT = "seq 999999999\r";
    private static final String STOP = "\u0003";

    private BadClients() {}

    /**
     * Acknowledges each byte by a frame of its own.
     *
     * @return acknowledgements a second
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
     * Starts a flood in each terminal and reads nothing of it for a minute.
     *
     * @return how many more bytes are alive in the platform for each of them; empty where that cannot be known
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

    /** Reads on after a silence: whether anything is missing. */
    static NumberedLines readOn(SlipwayLine line, long upTo) throws IOException {
        var lines = new NumberedLines();
        while (lines.last() < upTo) {
            lines.take(line.read());
        }
        line.type(STOP);
        return lines;
    }
}
