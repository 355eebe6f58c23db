package dev.slipway.check.gather;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.slipway.sandbox.DialledStream;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.OneNode;
import dev.slipway.sandbox.StreamRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A node whose engine and ports answer each request with a harmful response. */
final class HostileServer implements OneNode, AutoCloseable {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String UNTIL_CLOSE = HEAD + "Connection: close\r\n\r\n";
    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration DRIP = Duration.ofMillis(100);

    /** The kind of response: a beginning, then the same text again and again until the connection is closed. */
    enum Attack {
        TWO_MEGABYTES_OF_OBJECTS(UNTIL_CLOSE + "[" + "{},".repeat(2 * MEGABYTE / 3), "{}]"),
        OBJECTS_WITHOUT_END(UNTIL_CLOSE + "[", "{},".repeat(1000)),
        NAMES_WITHOUT_END(UNTIL_CLOSE + "[", "{\"Names\":[\"/a\"],\"RepoTags\":[\"a:1\"],\"Id\":\"a\"},".repeat(100)),
        MEMBERS_WITHOUT_END(UNTIL_CLOSE + "{\"Config\":{\"Labels\":{", "\"a\":\"b\",".repeat(100)),
        DEPTH_WITHOUT_END(UNTIL_CLOSE, "[".repeat(1000)),
        DEEP_MEMBERS(UNTIL_CLOSE, "{\"Config\":".repeat(100)),
        STRING_WITHOUT_END(UNTIL_CLOSE + "[{\"Id\":\"", "x".repeat(1000)),
        STRING_NOBODY_READS(UNTIL_CLOSE + "[{\"y\":\"", "x".repeat(1000)),
        NAME_WITHOUT_END(UNTIL_CLOSE + "[{\"", "x".repeat(1000)),
        NUMBER_WITHOUT_END(UNTIL_CLOSE + "[{\"Created\":", "1".repeat(1000)),
        BLANKS_WITHOUT_END(UNTIL_CLOSE + "[", " ".repeat(1000)),
        ZEROES_WITHOUT_END(UNTIL_CLOSE, "\0".repeat(1000)),
        HEADERS_WITHOUT_END(HEAD, "X-A: b\r\n".repeat(10)),
        LONG_HEADERS(HEAD, "X-A: " + "b".repeat(60_000) + "\r\n"),
        HEADER_LINE_WITHOUT_END(HEAD + "X-A: ", "b".repeat(1000)),
        STATUS_LINE_WITHOUT_END("HTTP/1.1 200 ", "b".repeat(1000)),
        INTERIM_ANSWERS_WITHOUT_END("", "HTTP/1.1 100 Continue\r\n\r\n".repeat(10)),
        CHUNK_SIZE_WITHOUT_END(CHUNKED + "1;", "x".repeat(1000)),
        TINY_CHUNKS_WITHOUT_END(CHUNKED, "1;" + "x".repeat(500) + "\r\n[\r\n"),
        TRAILERS_WITHOUT_END(CHUNKED + "2\r\n[]\r\n0\r\n", "X-A: b\r\n".repeat(10)),
        COMPRESSED(
                UNTIL_CLOSE.replace("Connection", "Content-Encoding: gzip\r\nConnection"), "\u001f\u008b".repeat(500)),
        DRIPPING_BODY(UNTIL_CLOSE + "[", " "),
        DRIPPING_HEAD(HEAD + "X-A: ", "b"),
        SILENCE("", "");

        private final String first;
        private final String more;

        Attack(String first, String more) {
            this.first = first;
            this.more = more;
        }

        private boolean drips() {
            return this == DRIPPING_BODY || this == DRIPPING_HEAD || this == SILENCE;
        }
    }

    private final ServerSocket server;
    private final Attack attack;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<DialledStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();

    HostileServer(Attack attack) throws IOException {
        this.attack = attack;
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException e) {
                // The server was closed.
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket;
                var out = new BufferedOutputStream(socket.getOutputStream())) {
            awaitRequest(socket.getInputStream());
            asked.incrementAndGet();
            write(out, attack.first);
            while (!attack.drips() || !closed.await(DRIP.toMillis(), TimeUnit.MILLISECONDS)) {
                write(out, attack.more);
            }
        } catch (IOException e) {
            // The reader closed the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the first byte of a request, or for the end of the stream if a prober sends nothing. */
    private static void awaitRequest(InputStream in) throws IOException {
        var _ = in.read();
    }

    private void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        if (attack.drips()) {
            out.flush();
        }
    }

    /** Returns the number of received requests. */
    int asked() {
        return asked.get();
    }

    /** Returns the number of streams that have not been closed. */
    int openStreams() {
        return open.size();
    }

    @Override
    public NodeStream open(StreamRequest request) {
        return DialledStream.to(server.getLocalPort(), open);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
