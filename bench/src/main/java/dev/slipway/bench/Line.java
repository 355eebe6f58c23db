package dev.slipway.bench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A connection to one shell, whoever carries it. One thread reads; any may type. */
interface Line extends Closeable {
    /** Stands in no command that is typed, so that it is the end of one. */
    String PROMPT = "bench> ";

    void type(String text) throws IOException;

    /** The next output of the shell, waiting for it. */
    byte[] read() throws IOException;

    /** Waits for a fresh shell's prompt, for what is typed before it may be lost, and gives it another one. */
    default void awaitPrompt() throws IOException {
        readUntil("# ");
        type("PS1=bench'> '\r");
        readUntil(PROMPT);
    }

    /** Reads until the text has come. Gives how many bytes came up to then. */
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
