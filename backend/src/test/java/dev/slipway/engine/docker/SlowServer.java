package dev.slipway.engine.docker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A server on an engine's socket that begins its response at once and never ends it: it sends a byte every tenth of a
 * second.
 */
final class SlowServer implements AutoCloseable {
    private static final long PAUSE = 100_000_000;

    private final ServerSocketChannel server;
    private final AtomicInteger connections = new AtomicInteger();

    SlowServer(Path socket) throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                var connection = server.accept();
                Thread.ofVirtual().start(() -> trickle(connection));
            }
        } catch (IOException e) {
            // The test has ended.
        }
    }

    private void trickle(SocketChannel connection) {
        connections.incrementAndGet();
        try (connection) {
            write(connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{");
            while (true) {
                write(connection, " ");
                LockSupport.parkNanos(PAUSE);
            }
        } catch (IOException e) {
            // The client has disconnected.
        } finally {
            connections.decrementAndGet();
        }
    }

    private static void write(SocketChannel connection, String text) throws IOException {
        connection.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
    }

    /** Returns how many clients are connected. */
    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
