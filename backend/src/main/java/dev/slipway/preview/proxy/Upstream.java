package dev.slipway.preview.proxy;

import dev.slipway.preview.PreviewProperties;
import dev.slipway.preview.grant.OpenStream;
import dev.slipway.sandbox.NodeHandle;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.http.HttpConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Connection of the proxy to an app. The thread that handles the browser's request dials the port and uses the
 * connection. Any thread may close the connection, even before the port is dialled; therefore the fields are volatile.
 */
final class Upstream implements OpenStream {
    private final PreviewProperties properties;
    private final Stillness stillness = new Stillness();
    private volatile @Nullable NodeStream stream;
    private volatile @Nullable HttpConnection connection;
    private volatile boolean answered;
    private volatile boolean closed;

    Upstream(PreviewProperties properties) {
        this.properties = properties;
    }

    /**
     * Dials the port.
     *
     * @throws dev.slipway.sandbox.NodeException if the node cannot be reached
     * @throws dev.slipway.shared.UserFacingException if the sandbox is not ready
     */
    HttpConnection dial(NodeHandle node, int port, boolean overIpv6) throws IOException {
        var dialled = new PrefixedStream(node.open(new StreamRequest.Port(port, overIpv6)));
        stream = dialled;
        var http = new HttpConnection(dialled);
        connection = http;
        if (closed) {
            http.close();
        }
        return http;
    }

    /** Returns the stream of input to the app, for bytes after the switch to another protocol. */
    OutputStream output() {
        return Objects.requireNonNull(stream).input();
    }

    /** Returns the error output of the dialling process in the node; empty if it reports no error. */
    String complaint() {
        var http = connection;
        return http == null ? "" : http.complaint();
    }

    /** Marks the answer as begun; from now on the longer idle timeout applies. */
    void answered() {
        answered = true;
        moved();
    }

    void moved() {
        stillness.moved();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isStale() {
        return stillness.exceeds(answered ? properties.idleTimeout() : properties.answerTimeout());
    }

    @Override
    public void close() {
        closed = true;
        var http = connection;
        if (http != null) {
            http.close();
        }
    }
}
