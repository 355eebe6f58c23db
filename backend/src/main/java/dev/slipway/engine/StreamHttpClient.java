package dev.slipway.engine;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * HTTP/1.1 over a stream into a node, for a node engine's API and for probes. Keeps one connection alive between
 * requests and opens a new one when the node has closed it. Requests of several threads wait for each other.
 */
public final class StreamHttpClient implements AutoCloseable {
    private final Supplier<EngineStream> dial;
    private final String host;

    /**
     * @param dial opens a byte stream to the server
     * @param host what the Host header says
     */
    public StreamHttpClient(Supplier<EngineStream> dial, String host) {
        this.dial = dial;
        this.host = host;
    }

    /**
     * Sends a request and reads the whole answer.
     *
     * @param bodyLimit bytes of the body that are kept; the rest is dropped and the answer is marked as truncated
     */
    public HttpAnswer get(String path, Duration timeout, int bodyLimit) throws IOException {
        try (var connection = dial.get()) {
            throw new IOException(host + path + timeout + bodyLimit + connection);
        }
    }

    /** Opens an answer that does not end, on a connection of its own, closed with the returned stream. */
    public InputStream stream(String path, Duration connectTimeout) throws IOException {
        try (var connection = dial.get()) {
            throw new IOException(path + connectTimeout + connection);
        }
    }

    @Override
    public void close() {}

    /** An answer: status line, headers that matter, body as text. */
    public record HttpAnswer(int status, String contentType, String body, boolean truncated) {}
}
