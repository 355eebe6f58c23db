package dev.slipway.preview.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Connection to the platform on which a test chooses each byte; Java's own client does not allow another Host. */
final class RawBrowser implements AutoCloseable {
    /** Longer than any answer takes; without it a broken proxy would make the test hang instead of fail. */
    private static final int PATIENCE_MILLIS = 30_000;

    final Socket socket;
    final InputStream in;
    final OutputStream out;

    RawBrowser(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    record Page(int status, List<String> head, String body) {
        Optional<String> header(String name) {
            return head.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst();
        }
    }

    /** Sends a request on a new connection, and reads until the server closes it. */
    static Page ask(int port, String method, String path, String body, String... lines) throws IOException {
        try (var browser = new RawBrowser(port)) {
            browser.send(
                    method + " " + path + " HTTP/1.1",
                    lines,
                    "Connection: close\r\n" + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n"),
                    body);
            var head = browser.head();
            return new Page(status(head), head, browser.body(head));
        }
    }

    void send(String first, String[] lines, String more, String body) throws IOException {
        var head = first + "\r\n"
                + Arrays.stream(lines).map(line -> line + "\r\n").reduce("", String::concat) + more + "\r\n" + body;
        out.write(head.getBytes(ISO_8859_1));
        out.flush();
    }

    List<String> head() throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                return head.toString().lines().toList();
            }
            head.append((char) next);
        }
        return head.toString().lines().filter(line -> !line.isEmpty()).toList();
    }

    /** Reads until the received text ends with this text, and returns it. */
    String until(String end) throws IOException {
        var seen = new ByteArrayOutputStream();
        while (!seen.toString(ISO_8859_1).endsWith(end)) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("ended after: " + seen.toString(ISO_8859_1));
            }
            seen.write(next);
        }
        return seen.toString(ISO_8859_1);
    }

    private String body(List<String> head) throws IOException {
        var chunked = head.stream().anyMatch("Transfer-Encoding: chunked"::equalsIgnoreCase);
        var all = new String(in.readAllBytes(), ISO_8859_1);
        if (!chunked) {
            return all;
        }
        var body = new StringBuilder();
        for (var at = 0; ; ) {
            var end = all.indexOf("\r\n", at);
            if (end < 0) {
                return body + "<cut>";
            }
            var size = Integer.parseInt(all.substring(at, end), 16);
            if (size == 0) {
                return body.toString();
            }
            body.append(all, end + 2, end + 2 + size);
            at = end + 4 + size;
        }
    }

    static int status(List<String> head) {
        return head.isEmpty() ? 0 : Integer.parseInt(head.getFirst().split(" ", 3)[1]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
