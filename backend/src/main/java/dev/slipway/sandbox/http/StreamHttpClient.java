package dev.slipway.sandbox.http;

import dev.slipway.engine.support.Deadline;
import dev.slipway.engine.support.Remaining;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.json.ExcessiveAnswerException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 client that uses a stream into a node, for the API of a node engine and for probes. It keeps one
 * connection open between calls of {@link #get} and {@link #read}, and opens a new connection when the node has closed
 * the old one. A lock makes concurrent calls of these two methods wait for each other. {@link #close} does not wait for
 * the lock, so the fields that it uses are volatile.
 */
public final class StreamHttpClient implements AutoCloseable {
    private final Supplier<NodeStream> dial;
    private final String host;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable HttpConnection kept;
    private volatile boolean closed;

    /**
     * @param dial opens a byte stream to the server
     * @param host value of the Host header
     */
    public StreamHttpClient(Supplier<NodeStream> dial, String host) {
        this.dial = dial;
        this.host = host;
    }

    /**
     * Sends a GET request and reads the whole response.
     *
     * @param timeout timeout of the whole call: waiting for other requests, dialling, sending and reading
     * @param bodyLimit number of bytes of the body that are kept; the rest is dropped and the response is marked as
     *     truncated
     * @throws SocketTimeoutException if the timeout expires
     * @throws ExcessiveAnswerException if the head of the response is too large
     * @throws IOException if the server does not respond or its response is not HTTP; the message contains the known
     *     cause
     * @throws NodeException if the node cannot be reached
     */
    public HttpAnswer get(String path, Duration timeout, int bodyLimit) throws IOException {
        return read(path, timeout, HttpAnswer.upTo(bodyLimit));
    }

    /**
     * Sends a GET request and passes the body of the response to a reader as a stream. The reader must limit how much
     * it reads and keeps; this method limits the time. Throws the exceptions of {@link #get} and of the reader.
     */
    public <T> T read(String path, Duration timeout, AnswerReader<T> reader) throws IOException {
        var request = HttpConnection.get(host, path);
        var remaining = Remaining.of(timeout);
        lock(remaining);
        try {
            var connection = kept;
            kept = null;
            if (connection != null) {
                var answer = answer(connection, request, remaining, reader, true);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            return answer(dialled(remaining), request, remaining, reader, false).orElseThrow();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends a request that changes something on the server and reads the whole response. The request must not be sent
     * twice, so it uses a new connection: on a kept connection, a request is sent again if the server has closed the
     * connection.
     *
     * @param json body of the request; empty if it has none
     * @throws SocketTimeoutException if the timeout expires
     * @throws IOException if the server does not respond or its response is not HTTP
     * @throws NodeException if the node cannot be reached
     */
    public HttpAnswer send(String method, String path, String json, Duration timeout, int bodyLimit)
            throws IOException {
        var remaining = Remaining.of(timeout);
        var request = HttpConnection.request(method, host, path, json);
        request.setHeader("Connection", "close");
        return answer(dialled(remaining), request, remaining, HttpAnswer.upTo(bodyLimit), false)
                .orElseThrow();
    }

    /**
     * Sends a request and reads the response; empty if the server has closed the connection since the last response.
     *
     * @param isKept whether the connection was kept after an earlier request. The server may have closed such a
     *     connection meanwhile. This is not an error, and the client notices it only when it sends the next request
     */
    private <T> Optional<T> answer(
            HttpConnection connection,
            ClassicHttpRequest request,
            Remaining remaining,
            AnswerReader<T> reader,
            boolean isKept)
            throws IOException {
        var deadline = Deadline.closing(connection, remaining.time());
        var reusable = false;
        try (deadline) {
            var response = response(connection, request, deadline, isKept);
            if (response == null) {
                return Optional.empty();
            }
            var body = new Body(HttpConnection.body(response));
            var answer = reader.read(response.getCode(), contentType(response), body);
            reusable = body.isRead() && connection.mayBeKept(request, response);
            return Optional.of(answer);
        } catch (IOException e) {
            throw explained(deadline, request.getPath(), e);
        } finally {
            if (reusable && !closed && !deadline.expired()) {
                kept = connection;
                // A concurrent close() may have read the field `kept` before this thread wrote it, and so has not
                // closed the connection.
                if (closed) {
                    connection.close();
                }
            } else {
                connection.close();
            }
        }
    }

    private @Nullable ClassicHttpResponse response(
            HttpConnection connection, ClassicHttpRequest request, Deadline deadline, boolean isKept)
            throws IOException {
        try {
            return connection.send(request);
        } catch (ExcessiveAnswerException e) {
            throw e;
        } catch (IOException e) {
            if (isKept && !closed && !deadline.expired()) {
                return null;
            }
            throw e;
        }
    }

    /**
     * The body of a response. It records whether it was read to its end, because only then the connection can be used
     * for the next response. Closing the body has no effect; in particular, it reads no further bytes.
     */
    private static final class Body extends FilterInputStream {
        private boolean read;

        Body(InputStream body) {
            super(body);
        }

        boolean isRead() {
            return read;
        }

        @Override
        public int read() throws IOException {
            return noted(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return noted(super.read(bytes, offset, length));
        }

        private int noted(int result) {
            read |= result < 0;
            return result;
        }

        @Override
        public void close() {}
    }

    /**
     * Sends a GET request on a new connection and returns the body of the response, which may be endless. Closing the
     * returned stream closes the connection; any thread may close it.
     *
     * @param connectTimeout timeout until the response begins; after that, reads have no timeout
     * @throws IOException if the server does not respond, or if the status is not 200
     */
    public InputStream stream(String path, Duration connectTimeout) throws IOException {
        var request = HttpConnection.get(host, path);
        var remaining = Remaining.of(connectTimeout);
        var connection = dialled(remaining);
        var deadline = Deadline.closing(connection, remaining.time());
        try (deadline) {
            var response = connection.send(request);
            if (response.getCode() != 200) {
                throw new IOException("the server answered " + response.getCode() + " to " + path);
            }
            return new ClosingInput(HttpConnection.body(response), connection);
        } catch (IOException e) {
            connection.close();
            throw explained(deadline, path, e);
        }
    }

    /**
     * The body of an endless response. Closing it closes the connection at once. HttpCore's own stream would first read
     * the rest of the response, which never ends.
     */
    private static final class ClosingInput extends FilterInputStream {
        private final HttpConnection connection;

        ClosingInput(InputStream body, HttpConnection connection) {
            super(body);
            this.connection = connection;
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    private HttpConnection dialled(Remaining remaining) throws IOException {
        var pending = new CompletableFuture<NodeStream>();
        Thread.ofVirtual().name("dial").start(() -> {
            try {
                pending.complete(dial.get());
            } catch (RuntimeException e) {
                pending.completeExceptionally(e);
            }
        });
        try {
            return new HttpConnection(pending.get(remaining.time().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            var _ = pending.thenAccept(NodeStream::close);
            throw timeout("dialling " + host, e);
        } catch (InterruptedException e) {
            var _ = pending.thenAccept(NodeStream::close);
            throw interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IOException(e);
        }
    }

    private void lock(Remaining remaining) throws IOException {
        try {
            if (!lock.tryLock(remaining.time().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SocketTimeoutException("timed out while waiting for other requests to " + host);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private IOException explained(Deadline deadline, String path, IOException error) {
        return deadline.expired() ? timeout("GET " + path, error) : error;
    }

    private static SocketTimeoutException timeout(String doing, Exception cause) {
        var timeout = new SocketTimeoutException("no answer in time: " + doing);
        timeout.initCause(cause);
        return timeout;
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    private static String contentType(ClassicHttpResponse response) {
        var header = response.getFirstHeader("Content-Type");
        return header == null ? "" : header.getValue();
    }

    /** Closes the idle connection at once, and a connection in use as soon as its request has ended. */
    @Override
    public void close() {
        closed = true;
        var connection = kept;
        if (connection != null) {
            connection.close();
        }
    }

    /**
     * Reads a response and converts it to a result.
     *
     * @param <T> type of the result
     */
    @FunctionalInterface
    public interface AnswerReader<T> {
        /**
         * Reads the body as far as the reader needs it.
         *
         * @param contentType value of the Content-Type header; empty if the response has none
         * @param body the body; if the reader does not read it to its end, the connection is not used again
         */
        T read(int status, String contentType, InputStream body) throws IOException;
    }

    /** A response: its status, its content type, and its body as text. */
    public record HttpAnswer(int status, String contentType, String body, boolean truncated) {

        private static AnswerReader<HttpAnswer> upTo(int limit) {
            return (status, contentType, body) -> {
                var bytes = body.readNBytes(limit + 1);
                var truncated = bytes.length > limit;
                var text = new String(bytes, 0, truncated ? limit : bytes.length, charset(contentType));
                return new HttpAnswer(status, contentType, text, truncated);
            };
        }

        private static Charset charset(String contentType) {
            var type = ContentType.parseLenient(contentType);
            return type == null || type.getCharset() == null ? StandardCharsets.UTF_8 : type.getCharset();
        }
    }
}
