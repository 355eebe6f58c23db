package dev.slipway.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The HTTP exchange that upgrades a connection to a byte stream: a POST with an upgrade header. All bytes after the
 * head of the response belong to the stream.
 */
final class Hijack {
    /** Maximum length of a response's head. The heads of the engine's responses have a few hundred bytes. */
    private static final int MAX_HEAD = 8 * 1024;

    /** Maximum length of an error message. The engine's error messages have one or two lines. */
    private static final int MAX_MESSAGE = 4 * 1024;

    /**
     * Thrown when the engine refuses the upgrade; contains the HTTP status and the message of the engine's response.
     */
    static final class RefusedException extends IOException {
        private final int status;

        RefusedException(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private Hijack() {}

    static void request(EngineSocket socket, String path, String json) throws IOException {
        var request = """
                POST %s HTTP/1.1\r
                Host: engine\r
                Connection: Upgrade\r
                Upgrade: tcp\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(path, json.length(), json).getBytes(StandardCharsets.US_ASCII);
        socket.write(request, 0, request.length);
        var head = head(socket);
        var status = status(head);
        // Engines before 1.12 and some proxies respond with 200 and upgrade the connection anyway.
        if (status != 101 && status != 200) {
            throw new RefusedException(status, body(socket, head));
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < MAX_HEAD) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException("the engine closed the connection before it answered");
            }
            head.append((char) next);
            if (next == '\n' && head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        throw new IOException("the head of the engine's response is too long");
    }

    private static int status(String head) throws IOException {
        var words = head.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
            throw new IOException("the engine's response is not HTTP");
        }
        return Integer.parseInt(words[1]);
    }

    private static String body(InputStream in, String head) throws IOException {
        var length = head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.matches("content-length: *\\d{1,6}"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
        return new String(in.readNBytes(Math.min(length, MAX_MESSAGE)), StandardCharsets.UTF_8).strip();
    }
}
