package dev.slipway.proof.typing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The output of a terminal as lines of text, without control sequences; output after a carriage return overwrites the
 * line. This is enough to find prompts and to show the output to people; the class does not emulate a terminal. Keeps
 * only the last part of the output. Not thread-safe.
 */
final class ScreenText {
    /** Number of characters to keep: as many as a reader needs to find the cause of a problem. */
    private static final int LIMIT = 64 * 1024;

    /** Control sequences: CSI, OSC, selection of character sets, and the two-byte sequences of ECMA-48. */
    private static final Pattern SEQUENCE = Pattern.compile(
            "\033\\[[0-9;:?<=>]*[ -/]*[@-~]|\033\\][^\007\033]*(?:\007|\033\\\\)|\033[()*+][A-Za-z0-9]|\033[@-Z\\\\^_=>78]");

    private final StringBuilder raw = new StringBuilder();
    private byte[] unfinished = new byte[0];
    private long newlines;

    void add(byte[] output) {
        var bytes = new byte[unfinished.length + output.length];
        System.arraycopy(unfinished, 0, bytes, 0, unfinished.length);
        System.arraycopy(output, 0, bytes, unfinished.length, output.length);
        var whole = wholeCharacters(bytes);
        var text = new String(bytes, 0, whole, UTF_8);
        raw.append(text);
        newlines += text.chars().filter(character -> character == '\n').count();
        unfinished = Arrays.copyOfRange(bytes, whole, bytes.length);
        if (raw.length() > 2 * LIMIT) {
            raw.delete(0, raw.length() - LIMIT);
        }
    }

    /** Returns the number of bytes at the start that form complete UTF-8 characters. */
    private static int wholeCharacters(byte[] bytes) {
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int lead = bytes[bytes.length - back] & 0xff;
            if (lead >= 0xc0) {
                int needed = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
                return needed > back ? bytes.length - back : bytes.length;
            }
            if (lead < 0x80) {
                break;
            }
        }
        return bytes.length;
    }

    /** Returns how many lines have ended, including those that are no longer kept. */
    long newlines() {
        return newlines;
    }

    /** Returns the kept output as lines of text. */
    String text() {
        var plain = SEQUENCE.matcher(raw).replaceAll("");
        var lines = new StringBuilder();
        for (var line : plain.split("\n", -1)) {
            if (!lines.isEmpty() || plain.startsWith("\n")) {
                lines.append('\n');
            }
            lines.append(overwritten(line));
        }
        return lines.toString();
    }

    private static String overwritten(String line) {
        var shown = new StringBuilder();
        int column = 0;
        for (var i = 0; i < line.length(); i++) {
            var character = line.charAt(i);
            if (character == '\r') {
                column = 0;
            } else if (character == '\b') {
                column = Math.max(0, column - 1);
            } else if (character >= ' ' || character == '\t') {
                shown.replace(column, Math.min(column + 1, shown.length()), String.valueOf(character));
                column++;
            }
        }
        return shown.toString();
    }
}
