package dev.slipway.preview.proxy;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WebSocket connection after its handshake; bytes are forwarded in both directions without parsing. Threads of the
 * server forward data from the browser, one thread at a time; a virtual thread forwards data from the app. This class
 * implements Tomcat's internal handler interface, because only a handler with that interface can close the connection
 * while the browser is silent.
 */
final class Tunnel implements InternalHttpUpgradeHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Tunnel.class);
    private static final int BUFFER = 16 * 1024;

    private final Upstream upstream;
    private final InputStream app;
    private final Runnable whenEnded;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final byte[] fromBrowser = new byte[BUFFER];
    private volatile @Nullable SocketWrapperBase<?> socket;

    /**
     * @param app output of the app after the response that agrees to the WebSocket; the first bytes may have arrived
     *     together with that response
     */
    Tunnel(Upstream upstream, InputStream app, Runnable whenEnded) {
        this.upstream = upstream;
        this.app = app;
        this.whenEnded = whenEnded;
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        socket = wrapper;
    }

    @Override
    public void init(WebConnection connection) {
        Thread.ofVirtual().name("preview-tunnel").start(this::carryToBrowser);
    }

    private void carryToBrowser() {
        var browser = Objects.requireNonNull(socket);
        var buffer = new byte[BUFFER];
        try {
            for (var count = app.read(buffer); count >= 0; count = app.read(buffer)) {
                upstream.moved();
                browser.write(true, buffer, 0, count);
                browser.flush(true);
            }
        } catch (IOException e) {
            LOG.debug("preview tunnel broken cause={}", e.toString());
        } finally {
            end();
        }
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        return switch (event) {
            case OPEN_READ -> carryToApp();
            case OPEN_WRITE -> SocketState.UPGRADED;
            case STOP, TIMEOUT, DISCONNECT, ERROR, CONNECT_FAIL -> {
                end();
                yield SocketState.CLOSED;
            }
        };
    }

    /**
     * Forwards all available bytes. If the app does not read, this method blocks and the browser cannot send, as over a
     * direct connection.
     */
    private SocketState carryToApp() {
        try {
            var browser = Objects.requireNonNull(socket);
            var out = upstream.output();
            var count = browser.read(false, fromBrowser, 0, BUFFER);
            while (count > 0) {
                upstream.moved();
                out.write(fromBrowser, 0, count);
                out.flush();
                count = browser.read(false, fromBrowser, 0, BUFFER);
            }
            if (count == 0) {
                return SocketState.UPGRADED;
            }
        } catch (IOException e) {
            LOG.debug("preview tunnel broken cause={}", e.toString());
        }
        end();
        return SocketState.CLOSED;
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            upstream.close();
            whenEnded.run();
            var browser = socket;
            if (browser != null) {
                browser.close();
            }
        }
    }

    @Override
    public void destroy() {
        end();
    }

    @Override
    public void pause() {
        end();
    }

    @Override
    public void timeoutAsync(long now) {}

    @Override
    public void setSslSupport(SSLSupport support) {}
}
