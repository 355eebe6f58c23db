package dev.slipway.terminal.recording;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.RecordingId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** File of a recording that is being written. Not thread-safe. */
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

    /** Creates the file of a recording and writes its header. Replaces a file of the same name. */
    static CastFile begin(Path path, RecordingId id, TerminalSize size) throws IOException {
        Files.deleteIfExists(path);
        var file = new CastFile(path, 0, micros(id));
        file.write(CastLine.header(id, size));
        return file;
    }

    /** Opens an existing file to append lines after its last whole line. Removes an incomplete last line. */
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

    /**
     * Returns the line for an event. The time is in microseconds since the epoch; a time before the last event counts
     * as the time of the last event.
     */
    byte[] line(long at, char code, String data) {
        return CastLine.event(Math.max(0, at - lastAt), code, data);
    }

    /** Appends a line that {@link #line} returned for the same time. */
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
