package dev.slipway.sandbox.http;

import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.json.ExcessiveAnswerException;
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

/** An HTTP/1.1 connection over a stream into a node. It handles one request at a time; any thread may close it. */
public final class HttpConnection implements AutoCloseable {
    /** Paths that can be sent unchanged: they have no character that ends the request line. */
    private static final Pattern PATH = Pattern.compile("/[\\x21-\\x7e]*");

    /**
     * Limit in bytes of a response's head, including all interim responses before it. Servers and proxies accept 8 to
     * 32 KiB by default. Bytes are counted when they are read from the stream, which may be up to one buffer (8 KiB)
     * before they are parsed.
     */
    public static final int HEAD_LIMIT = 64 * 1024;

    private static final int READ_AHEAD = 8 * 1024;

    /** Limits for the responses of learners' servers, far above those of any real server. */
    private static final Http1Config CONFIG = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(HEAD_LIMIT)
            .setBufferSize(READ_AHEAD)
            .build();

    /** Limits for the line with the size of each chunk, and for the trailer headers, which are not used. */
    private static final Http1Config CHUNKS =
            Http1Config.custom().setMaxHeaderCount(50).setMaxLineLength(1024).build();

    private final NodeStream stream;
    /**
     * Reads and writes heads as ISO 8859-1, so that no byte is changed, regardless of the encoding that the server
     * uses.
     */
    private final Connection connection;

    private final BoundedInput input;
    private final HttpRequestExecutor executor = new HttpRequestExecutor();

    /** Creates a connection that owns the stream: closing the connection closes the stream. */
    public HttpConnection(NodeStream stream) throws IOException {
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
     * Returns a GET request for a path.
     *
     * @throws IllegalArgumentException if the path is not made of visible ASCII characters after a slash
     */
    public static ClassicHttpRequest get(String host, String path) {
        return request("GET", host, path, "");
    }

    /**
     * Returns a request with any method, and with a JSON body unless {@code json} is empty.
     *
     * @throws IllegalArgumentException if the path is not made of visible ASCII characters after a slash
     */
    public static ClassicHttpRequest request(String method, String host, String path, String json) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("a path must start with / and have no spaces: " + path);
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
     * Sends a request and reads the head of the response.
     *
     * @throws ConnectException if the request failed and the process that dialled the server reported an error; the
     *     exception has the message of that error
     * @throws ExcessiveAnswerException if the head is longer than {@link #HEAD_LIMIT}
     */
    public ClassicHttpResponse send(ClassicHttpRequest request) throws IOException {
        input.allow(HEAD_LIMIT + READ_AHEAD);
        try {
            return executor.execute(request, connection, HttpCoreContext.create());
        } catch (MessageConstraintException e) {
            throw new ExcessiveAnswerException("the head of a response: " + e.getMessage(), e);
        } catch (ExcessiveAnswerException e) {
            throw e;
        } catch (HttpException e) {
            throw new IOException("the response is not HTTP: " + e.getMessage(), e);
        } catch (IOException e) {
            var reason = stream.error().strip();
            throw reason.isEmpty() ? e : (IOException) new ConnectException(reason).initCause(e);
        } finally {
            input.allowAll();
        }
    }

    /** Sends the head and the body of a request. {@link #receive} reads the response; another thread may call it. */
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
     * Reads the head of the response to a request that {@link #begin} has sent. After a switch of protocols, the body
     * consists of all bytes that follow.
     *
     * @throws org.apache.hc.core5.http.NoHttpResponseException if the stream ended without a response
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
            throw new ExcessiveAnswerException("the head of a response: " + e.getMessage(), e);
        } catch (HttpException e) {
            throw new IOException("the response is not HTTP: " + e.getMessage(), e);
        } finally {
            input.allowAll();
        }
    }

    /** Returns the error message of the dialling process so far; empty if there is none. */
    public String complaint() {
        return stream.error().strip();
    }

    /** Returns whether the connection may be used for another request after this response was read to its end. */
    public boolean mayBeKept(ClassicHttpRequest request, ClassicHttpResponse response) {
        return DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, HttpCoreContext.create());
    }

    /**
     * Returns the body of a response; empty if it has none. Closing the body has no effect; close the connection
     * instead.
     */
    public static InputStream body(ClassicHttpResponse response) throws IOException {
        var entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }

    /** Closes the stream at once, without HttpCore, which would first try to send and read the remaining bytes. */
    @Override
    public void close() {
        stream.close();
    }
}
