package dev.slipway.bench;

import java.io.IOException;
import java.util.Random;

/** Reads a numbered flood over many connections, and drops each connection without a close frame. */
final class Reconnects {
    private static final int SHORTEST = 20_000;
    private static final int LONGEST = 400_000;

    private Reconnects() {}

    /**
     * Drops and restores the connection, and records each time how long the client had no connection.
     *
     * @return the lines that the client received
     */
    static NumberedLines measure(SlipwayLine line, int times, Samples samples) throws IOException {
        var lines = new NumberedLines();
        var random = new Random(times);
        line.type("seq 999999999\r");
        for (var time = 0; time < times; time++) {
            read(line, lines, random.nextInt(SHORTEST, LONGEST));
            var torn = System.nanoTime();
            if (random.nextBoolean()) {
                line.socket().reset();
            } else {
                line.socket().close();
            }
            line.reconnect();
            lines.take(line.read());
            samples.add((System.nanoTime() - torn) / 1e6);
        }
        read(line, lines, LONGEST);
        line.type("\u0003");
        return lines;
    }

    private static void read(SlipwayLine line, NumberedLines lines, int bytes) throws IOException {
        for (var read = 0; read < bytes; ) {
            var output = line.read();
            lines.take(output);
            read += output.length;
        }
    }
}
