package dev.slipway.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A connection to one shell, over any kind of terminal. One thread reads; any thread may type. */
interface Line extends Closeable {
    /** The prompt that marks the end of a command. No typed command contains it. */
    String PROMPT = "bench> ";

    void type(String text) throws IOException;

    /** Waits for the shell's next output and returns it. */
    byte[] read() throws IOException;

    /** Waits for a new shell's own prompt, because the shell may lose input before it. Then sets {@link #PROMPT}. */
    default void awaitPrompt() throws IOException {
        readUntil("# ");
        type("PS1=bench'> '\r");
        readUntil(PROMPT);
    }

    /** Reads until the output contains the text. Returns the number of bytes read. */
    default long readUntil(String text) throws IOException {
        var tail = "";
        for (var count = 0L; ; ) {
            var bytes = read();
            count += bytes.length;
            tail += new String(bytes, StandardCharsets.ISO_8859_1);
            if (tail.contains(text)) {
                return count;
            }
            tail = tail.substring(Math.max(0, tail.length() - text.length()));
        }
    }
}
