package dev.slipway.engine.http;

import dev.slipway.engine.EngineStream;
import dev.slipway.engine.ExcessiveAnswerException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** One HTTP/1.1 connection over a stream into a node. For one request at a time; any thread may close it. */
public final class HttpConnection implements AutoCloseable {
    /** What is sent as it stands, so nothing that ends the request's line. */
    private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e]*");

    /**
     * Bytes of an answer's head, with all interim answers before it. Servers and proxies accept 8 to 32 KiB by default.
     * Counted as they are read, which is up to a buffer (8 KiB) ahead.
     */
    public static final int HEAD_LIMIT = 64 * 1024;

    private static final int READ_AHEAD = 8 * 1024;

    /** Learners' servers answer here: bounds far above what any real server sends. */
    private static final Http1Config CONFIG = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(HEAD_LIMIT)
            .setBufferSize(READ_AHEAD)
            .build();

    /** For the size of each chunk of a body, and for the headers after the last chunk, which nobody uses. */
    private static final Http1Config CHUNKS =
            Http1Config.custom().setMaxHeaderCount(50).setMaxLineLength(1024).build();

    private final EngineStream stream;
    /** Heads are read and written byte by byte, whatever somebody's server may have meant with them. */
    private final Connection connection;

    private final BoundedInput input;
    private final HttpRequestExecutor executor = new HttpRequestExecutor();

    /** Takes over the stream and closes it with itself. */
    public HttpConnection(EngineStream stream) throws IOException {
        this.stream = stream;
        this.input = new BoundedInput(stream.output());
        this.connection = new Connection();
        connection.bind(new StreamSocket(stream, input));
    }

    private static final class Connection extends DefaultBHttpClientConnection {
        Connection() {
            super(CONFIG, StandardCharsets.ISO_8859_1.newDecoder(), StandardCharsets.ISO_8859_1.newEncoder());
        }

        @Override
        protected InputStream createContentInputStream(long length, SessionInputBuffer buffer, InputStream input) {
            return length == ContentLengthStrategy.CHUNKED
                    ? new ChunkedInputStream(buffer, input, CHUNKS)
                    : super.createContentInputStream(length, buffer, input);
        }
    }

    /**
     * A request for a path.
     *
     * @throws IllegalArgumentException if the path is not made of visible ASCII characters after a slash
     */
    public static ClassicHttpRequest get(String host, String path) {
        return request("GET", host, path, "");
    }

    /** The same with another method, and with a body of JSON unless it is empty. */
    public static ClassicHttpRequest request(String method, String host, String path, String json) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("a path starts with / and has no spaces: " + path);
        }
        var request = new BasicClassicHttpRequest(method, path);
        request.setHeader("Host", host);
        request.setHeader("User-Agent", "slipway");
        if (!json.isEmpty()) {
            var body = new StringEntity(json, ContentType.APPLICATION_JSON);
            request.setEntity(body);
            request.setHeader("Content-Type", body.getContentType());
            request.setHeader("Content-Length", body.getContentLength());
        }
        return request;
    }

    /**
     * Sends a request and reads the head of its answer.
     *
     * @throws ConnectException with what the dialling process said, if the stream ended without an answer
     * @throws ExcessiveAnswerException if the head is longer than {@link #HEAD_LIMIT}
     */
    public ClassicHttpResponse send(ClassicHttpRequest request) throws IOException {
        input.allow(HEAD_LIMIT + READ_AHEAD);
        try {
            return executor.execute(request, connection, HttpCoreContext.create());
        } catch (MessageConstraintException e) {
            throw new ExcessiveAnswerException("the head of an answer: " + e.getMessage(), e);
        } catch (ExcessiveAnswerException e) {
            throw e;
        } catch (HttpException e) {
            throw new IOException("the answer is not HTTP: " + e.getMessage(), e);
        } catch (IOException e) {
            var reason = stream.error().strip();
            throw reason.isEmpty() ? e : (IOException) new ConnectException(reason).initCause(e);
        } finally {
            input.allowAll();
        }
    }

    /** Sends a request's head and body, and leaves the answer to {@link #receive}, which another thread may call. */
    public void begin(ClassicHttpRequest request) throws IOException {
        try {
            connection.sendRequestHeader(request);
            connection.flush();
            if (request.getEntity() != null) {
                connection.sendRequestEntity(request);
                connection.flush();
            }
        } catch (HttpException e) {
            throw new IOException("the request cannot be sent: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the head of the answer to a request that was begun. The body of a switch of protocols is whatever follows.
     *
     * @throws org.apache.hc.core5.http.NoHttpResponseException if the stream ended without an answer
     * @throws ExcessiveAnswerException if the head is longer than {@link #HEAD_LIMIT}
     */
    public ClassicHttpResponse receive(ClassicHttpRequest request) throws IOException {
        input.allow(HEAD_LIMIT + READ_AHEAD);
        try {
            var response = connection.receiveResponseHeader();
            while (response.getCode() < HttpStatus.SC_SUCCESS
                    && response.getCode() != HttpStatus.SC_SWITCHING_PROTOCOLS) {
                response = connection.receiveResponseHeader();
            }
            var switched = response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS;
            if (switched || MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
                connection.receiveResponseEntity(response);
            }
            return response;
        } catch (MessageConstraintException e) {
            throw new ExcessiveAnswerException("the head of an answer: " + e.getMessage(), e);
        } catch (HttpException e) {
            throw new IOException("the answer is not HTTP: " + e.getMessage(), e);
        } finally {
            input.allowAll();
        }
    }

    /** What the dialling process has said so far, empty if nothing is wrong. */
    public String complaint() {
        return stream.error().strip();
    }

    /** True if another request may follow once this answer was read to its end. */
    public boolean mayBeKept(ClassicHttpRequest request, ClassicHttpResponse response) {
        return DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, HttpCoreContext.create());
    }

    /** The answer's body, empty if it has none. Closing it does nothing; close the connection. */
    public static InputStream body(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }

    /** Ends the stream at once. Not through HttpCore, which would first try to send and to read what is left. */
    @Override
    public void close() {
        stream.close();
    }
}
