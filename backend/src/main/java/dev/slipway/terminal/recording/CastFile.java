package dev.slipway.terminal.recording;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.slipway.engine.TerminalSize;
import dev.slipway.terminal.RecordingId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The file of one recording that is being made. Not for use by several threads at once. */
final class CastFile implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final OutputStream out;
    private long length;
    private long lastAt;

    private CastFile(Path path, long length, long lastAt) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(path, CREATE, APPEND), BUFFER);
        this.length = length;
        this.lastAt = lastAt;
    }

    /** Begins a file, in place of one that did not get as far as its first line. */
    static CastFile begin(Path path, RecordingId id, TerminalSize size) throws IOException {
        Files.deleteIfExists(path);
        var file = new CastFile(path, 0, micros(id));
        file.write(CastLine.header(id, size));
        return file;
    }

    /** Goes on with a file after its last whole line. */
    static CastFile goOn(Path path, RecordingId id) throws IOException {
        var whole = CastReader.wholeLength(path);
        try (var channel = FileChannel.open(path, WRITE)) {
            channel.truncate(whole);
        }
        return new CastFile(path, whole, micros(id) + CastReader.duration(path));
    }

    long length() {
        return length;
    }

    /** A line for an event at this moment, in microseconds since the epoch; time never runs backwards. */
    byte[] line(long at, char code, String data) {
        return CastLine.event(Math.max(0, at - lastAt), code, data);
    }

    /** Adds a line that {@link #line} made for the same moment. */
    void add(long at, byte[] line) throws IOException {
        write(line);
        lastAt = Math.max(lastAt, at);
    }

    void end() throws IOException {
        write(CastLine.end());
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void write(byte[] line) throws IOException {
        out.write(line);
        length += line.length;
    }

    private static long micros(RecordingId id) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, id.startedAt());
    }
}
