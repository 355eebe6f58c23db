package dev.slipway.preview.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** A learner's app that works byte by byte, so that it can also violate the protocol. */
final class SampleApp implements AutoCloseable {
    static final int BIG = 64 * 1024 * 1024;

    /** Permits the second event of the stream. */
    final CountDownLatch second = new CountDownLatch(1);

    private final ServerSocket server;

    SampleApp() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedInputStream(socket.getInputStream());
                var out = socket.getOutputStream()) {
            var head = head(in);
            var words = head.split(" ", 3);
            answer(words[0], words.length > 1 ? words[1] : "", head, in, out);
        } catch (IOException gone) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String method, String path, String head, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        switch (path) {
            case "/headers" -> text(out, "200 OK", "", head);
            case "/cookie" -> text(out, "200 OK", "Set-Cookie: theme=dark; Domain=localhost; Path=/\r\n", "set");
            case "/redirect" -> text(out, "302 Found", "Location: http://localhost:" + port() + "/landed?a=b\r\n", "");
            case "/events" -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n");
                second.await();
                write(out, "data: 2\n\n");
            }
            case "/endless" -> {
                write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nbegin\r\n");
                in.read();
            }
            case "/big" -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + BIG + "\r\n\r\n");
                var block = block();
                for (var sent = 0; sent < BIG; sent += block.length) {
                    out.write(block);
                }
            }
            case "/echo" -> echo(head, in, out);
            case "/early" -> text(out, "413 Content Too Large", "Connection: close\r\n", "too much");
            case "/short" -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
            case "/cut-chunk" -> write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nonly");
            case "/hang-up" -> {}
            case "/mysql" -> write(out, "J\0\0\0\n8.4.0 mysql_native_password");
            case "/tls" -> out.write(new byte[] {0x15, 3, 1, 0, 2, 2, 22});
            case "/garbage" -> write(out, "HTTP/1.1 banana\r\n\r\n");
            case "/endless-head" -> {
                write(out, "HTTP/1.1 200 OK\r\n");
                for (var i = 0; i < 1_000_000; i++) {
                    write(out, "X-" + i + ": x\r\n");
                }
            }
            case "/silent" -> in.read();
            case "/hints" ->
                write(
                        out,
                        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            case "/large-head" ->
                text(
                        out,
                        "200 OK",
                        "Content-Security-Policy: img-src " + "https://a.example ".repeat(500) + "\r\n"
                                + ("Set-Cookie: c=" + "x".repeat(3500) + "\r\n").repeat(3),
                        "large");
            case "/huge-head" -> text(out, "200 OK", ("X-Large: " + "x".repeat(7000) + "\r\n").repeat(10), "huge");
            case "/unasked" -> {
                write(out, "HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
                write(out, "seized " + head(in));
            }
            case "/elsewhere" -> text(out, "302 Found", "Location: http://localhost:8081/a?b\r\n", "");
            case "/websocket" -> {
                write(
                        out,
                        "HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                + "Set-Cookie: slipway-session=x\r\nSec-WebSocket-Accept: yes\r\n\r\nwelcome");
                var buffer = new byte[8192];
                for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    out.write(buffer, 0, count);
                }
            }
            case "/websocket-bye" ->
                write(out, "HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nbye");
            default -> text(out, "200 OK", "", method.equals("HEAD") ? "" : "hello " + path);
        }
    }

    /** Sends back the body in chunks while it arrives. */
    private static void echo(String head, InputStream in, OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        var left = length(head);
        var buffer = new byte[16 * 1024];
        while (left > 0) {
            var count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            write(out, Integer.toHexString(count) + "\r\n");
            out.write(buffer, 0, count);
            write(out, "\r\n");
            left -= count;
        }
        write(out, "0\r\n\r\n");
    }

    private static long length(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Content-Length: "))
                .mapToLong(line -> Long.parseLong(line.substring(16)))
                .findFirst()
                .orElse(0);
    }

    static byte[] block() {
        var block = new byte[64 * 1024];
        Arrays.fill(block, (byte) 'x');
        return block;
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void text(OutputStream out, String status, String lines, String body) throws IOException {
        write(
                out,
                "HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\n" + lines + "Content-Length: " + body.length()
                        + "\r\n\r\n" + body);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
