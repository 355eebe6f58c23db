package dev.slipway.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

/** Endless output in another terminal. A separate thread reads it as fast as the terminal's pace allows. */
final class Flood implements AutoCloseable {
    private static final String TEXT = "the quick brown fox jumps over the lazy dog while seventeen ships sail by";

    private final SlipwayLine line;
    private final AtomicLong bytes = new AtomicLong();
    private final Thread reader = Thread.ofPlatform().daemon().unstarted(this::read);
    private volatile boolean over;

    private Flood(SlipwayLine line) {
        this.line = line;
    }

    static Flood start(SlipwayLine line) throws IOException {
        var flood = new Flood(line);
        line.type("yes '" + TEXT + "'\r");
        flood.reader.start();
        return flood;
    }

    /** Returns the speed, in megabytes per second, at which this number of bytes is read. */
    static double megabytesPerSecond(Line line, int bytes) throws IOException {
        line.type("echo rea\"\"dy; yes '" + TEXT + "' | head -c " + bytes + "\r");
        line.readUntil("ready\r\n");
        var began = System.nanoTime();
        var count = line.readUntil(Line.PROMPT);
        return count * 1e3 / (System.nanoTime() - began);
    }

    long bytes() {
        return bytes.get();
    }

    private void read() {
        try {
            while (!over) {
                bytes.addAndGet(line.read().length);
            }
        } catch (IOException gone) {
            if (!over) {
                throw new UncheckedIOException("a flood has ended unexpectedly", gone);
            }
        }
    }

    /** Ends the program in the node, and then the connection. */
    @Override
    public void close() throws IOException {
        line.type("\u0003");
        Pause.millis(300);
        over = true;
        line.close();
    }
}
