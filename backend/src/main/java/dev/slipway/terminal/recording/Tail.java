package dev.slipway.terminal.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.terminal.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import tools.jackson.databind.json.JsonMapper;

/** Reads a recording's last output from its end. */
final class Tail {
    /** An event's line may be as long as one read from a node with each byte escaped. */
    private static final int LONGEST_LINE = 256 * 1024;

    private Tail() {}

    static History read(Path path, int maxBytes) throws IOException {
        var end = CastReader.wholeLength(path);
        for (var window = maxBytes + (long) LONGEST_LINE; ; window *= 2) {
            var from = Math.max(0, end - window);
            var found = lastOutput(CastReader.read(path, from, end), maxBytes);
            if (from == 0 || found.bytes() >= maxBytes) {
                var isAll = from == 0 && found.bytes() <= maxBytes;
                return new History(cut(found.text(), maxBytes), isAll);
            }
        }
    }

    private record Found(String text, int bytes) {}

    /** The output of the last events of a file's part, a little more than is wanted or all that there is. */
    private static Found lastOutput(byte[] part, int wanted) {
        var lines = new String(part, UTF_8).split("\n", -1);
        var pieces = new ArrayDeque<String>();
        var bytes = 0;
        // The first line of a part may be the end of one, and that of a file is its header.
        for (var i = lines.length - 1; i > 0 && bytes <= wanted; i--) {
            if (CastReader.isEvent(lines[i])) {
                var event = JsonMapper.shared().readTree(lines[i]);
                if (event.get(1).asString().equals("o")) {
                    var text = event.get(2).asString();
                    bytes += text.getBytes(UTF_8).length;
                    pieces.addFirst(text);
                }
            }
        }
        return new Found(String.join("", pieces), bytes);
    }

    /** At most so many bytes, from a whole character on. */
    private static String cut(String text, int maxBytes) {
        var bytes = text.getBytes(UTF_8);
        if (bytes.length <= maxBytes) {
            return text;
        }
        var from = bytes.length - maxBytes;
        while (from < bytes.length && (bytes[from] & 0xC0) == 0x80) {
            from++;
        }
        return new String(bytes, from, bytes.length - from, UTF_8);
    }
}
