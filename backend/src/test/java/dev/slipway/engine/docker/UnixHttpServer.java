package dev.slipway.engine.docker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server on an engine's socket with the responses of a test. It records the bodies of requests. Without a response
 * for a request, it stays silent.
 */
final class UnixHttpServer implements AutoCloseable {
    private final ServerSocketChannel server;
    private final Collection<SocketChannel> connections = new ConcurrentLinkedQueue<>();
    private final Function<String, @Nullable String> answers;
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();

    /**
     * @param answers maps the first line of a request to a status and a body, as in {@code 404 {}}; null for no
     *     response
     */
    UnixHttpServer(Path socket, Function<String, @Nullable String> answers) throws IOException {
        this.answers = answers;
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                var connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException e) {
            // The test has ended.
        }
    }

    private void serve(SocketChannel connection) {
        try (connection) {
            var lines = new BufferedReader(new InputStreamReader(Channels.newInputStream(connection), US_ASCII));
            for (var request = lines.readLine(); request != null; request = lines.readLine()) {
                bodies.add(body(lines));
                answer(connection, answers.apply(request));
            }
        } catch (IOException e) {
            // The client has disconnected.
        }
    }

    private static String body(BufferedReader lines) throws IOException {
        var length = 0;
        var chunked = false;
        for (var header = lines.readLine(); header != null && !header.isEmpty(); header = lines.readLine()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        return chunked ? chunks(lines) : characters(lines, length);
    }

    private static String chunks(BufferedReader lines) throws IOException {
        var body = new StringBuilder();
        for (var size = size(lines); size > 0; size = size(lines)) {
            body.append(characters(lines, size));
            lines.readLine();
        }
        lines.readLine();
        return body.toString();
    }

    private static int size(BufferedReader lines) throws IOException {
        return Integer.parseInt(lines.readLine(), 16);
    }

    private static String characters(BufferedReader lines, int count) throws IOException {
        var characters = new char[count];
        for (var read = 0; read < count; ) {
            read += lines.read(characters, read, count - read);
        }
        return new String(characters);
    }

    /** Returns the bodies of the requests in order; empty for requests without a body. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** Returns the number of connections that neither side has closed. */
    long connections() {
        return connections.stream().filter(SocketChannel::isOpen).count();
    }

    private static void answer(SocketChannel connection, @Nullable String answer) throws IOException {
        if (answer == null) {
            return;
        }
        var body = answer.substring(4);
        var text = "HTTP/1.1 %s X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(answer.substring(0, 3), body.length(), body);
        connection.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
