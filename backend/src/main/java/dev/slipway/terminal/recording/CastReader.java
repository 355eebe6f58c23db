package dev.slipway.terminal.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a recording's file up to its last whole line. The last line is incomplete if the platform was killed while it
 * wrote the line.
 */
final class CastReader {
    private static final int BLOCK = 64 * 1024;
    private static final int MICROS_DIGITS = 6;

    private CastReader() {}

    /** Returns the length of the file up to the end of its last whole line. */
    static long wholeLength(Path path) throws IOException {
        try (var channel = FileChannel.open(path, READ)) {
            for (var end = channel.size(); end > 0; end -= BLOCK) {
                var from = Math.max(0, end - BLOCK);
                var block = read(channel, from, end);
                for (var i = block.length - 1; i >= 0; i--) {
                    if (block[i] == '\n') {
                        return from + i + 1;
                    }
                }
            }
            return 0;
        }
    }

    /** Returns whether the recording has ended. */
    static boolean hasEnded(Path path) throws IOException {
        var whole = wholeLength(path);
        var mark = ("\n" + CastLine.END + "\n").getBytes(UTF_8);
        return whole >= mark.length && java.util.Arrays.equals(read(path, whole - mark.length, whole), mark);
    }

    /** Returns the duration of the recording, in microseconds: the sum of the intervals between its events. */
    static long duration(Path path) throws IOException {
        try (var lines = lines(open(path, wholeLength(path)))) {
            long sum = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (isEvent(line)) {
                    sum += interval(line);
                }
            }
            return sum;
        }
    }

    static byte[] read(Path path, long from, long to) throws IOException {
        try (var channel = FileChannel.open(path, READ)) {
            return read(channel, from, to);
        }
    }

    /** Opens the first {@code length} bytes of a file. Bytes that are appended to the file later are not read. */
    static InputStream open(Path path, long length) throws IOException {
        return new TruncatedInput(Files.newInputStream(path), length);
    }

    static BufferedReader lines(InputStream content) {
        return new BufferedReader(new InputStreamReader(content, UTF_8), BLOCK);
    }

    static boolean isEvent(String line) {
        return line.startsWith("[");
    }

    /** Returns the interval of an event, in microseconds. */
    static long interval(String event) {
        var seconds = new BigDecimal(event.substring(1, event.indexOf(',')).strip());
        return seconds.movePointRight(MICROS_DIGITS).longValue();
    }

    private static byte[] read(FileChannel channel, long from, long to) throws IOException {
        var block = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (block.hasRemaining()) {
            if (channel.read(block, from + block.position()) < 0) {
                throw new IOException("the recording became shorter while it was read");
            }
        }
        return block.array();
    }
}
