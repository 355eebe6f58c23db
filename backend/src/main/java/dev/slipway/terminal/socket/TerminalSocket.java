package dev.slipway.terminal.socket;

import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalProperties;
import dev.slipway.terminal.session.Sessions;
import dev.slipway.terminal.session.Viewer;
import dev.slipway.terminal.wire.Frame;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.FrameCodec;
import dev.slipway.terminal.wire.ProtocolException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.BinaryWebSocketHandler;

/**
 * Server side of the terminal protocol. The first frame must be a hello with a ticket; the viewer handles all later
 * frames. The viewer is stored in the attributes of its socket, which are a concurrent map.
 */
@Component
class TerminalSocket extends BinaryWebSocketHandler {
    private static final Logger log = LoggerFactory.getLogger(TerminalSocket.class);
    private static final String VIEWER = Viewer.class.getName();

    /** Maximum size of a client's frame: twice the maximum that the platform's own page puts into one frame. */
    private static final int MAX_FRAME = 32 * 1024;

    /** Timeout for sending a frame. It is longer than the silence after which the platform disconnects a client. */
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(100);

    /**
     * Timeout for the client's answer to a close. It is short, because a client that does not answer soon never
     * answers.
     */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

    private final Tickets tickets;
    private final Sessions sessions;
    private final TerminalProperties properties;

    TerminalSocket(Tickets tickets, Sessions sessions, TerminalProperties properties) {
        this.tickets = tickets;
        this.sessions = sessions;
        this.properties = properties;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) throws IOException {
        if (socket.getAttributes().get(OriginCheck.REFUSED) instanceof Object[] addresses) {
            close(socket, null, TerminalError.ORIGIN_REFUSED, addresses);
            return;
        }
        socket.setBinaryMessageSizeLimit(MAX_FRAME);
        if (socket instanceof StandardWebSocketSession standard) {
            var settings = standard.getNativeSession().getUserProperties();
            settings.put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", SEND_TIMEOUT.toMillis());
            settings.put("org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT", CLOSE_TIMEOUT.toMillis());
        }
        CompletableFuture.delayedExecutor(
                        properties.helloTimeout().toMillis(), TimeUnit.MILLISECONDS, onVirtualThread())
                .execute(() -> endWithoutHello(socket));
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) throws IOException {
        var viewer = viewer(socket);
        try {
            var frame = FrameCodec.decodeFromClient(message.getPayload());
            if (viewer != null) {
                viewer.receive(frame);
            } else if (frame instanceof Hello hello) {
                welcome(socket, hello);
            } else {
                throw new ProtocolException("the first frame is not a hello");
            }
        } catch (ProtocolException wrong) {
            log.info("terminal protocol violated socket={} cause={}", socket.getId(), wrong.getMessage());
            close(socket, viewer, wrong.reason());
        } catch (RuntimeException failure) {
            log.error("terminal frame not handled socket={}", socket.getId(), failure);
            close(socket, viewer, TerminalError.PLATFORM_FAILED);
        }
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable failure) {
        log.debug("terminal socket failed socket={} cause={}", socket.getId(), failure.toString());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        var viewer = viewer(socket);
        if (viewer != null) {
            viewer.lost();
        }
    }

    private void welcome(WebSocketSession socket, Hello hello) throws ProtocolException, IOException {
        var grant = tickets.redeem(hello.ticket());
        if (grant.isEmpty()) {
            close(socket, null, TerminalError.TICKET_REFUSED);
            return;
        }
        try {
            open(socket, hello, grant.get());
        } catch (UserFacingException refused) {
            close(
                    socket,
                    null,
                    refused.code() instanceof TerminalError reason ? reason : TerminalError.NODE_UNREACHABLE);
        }
    }

    private void open(WebSocketSession socket, Hello hello, Tickets.Grant grant) throws ProtocolException {
        Viewer viewer = null;
        try {
            viewer = sessions.attach(grant.account(), grant.session(), grant.terminal(), hello, new SocketLink(socket));
            socket.getAttributes().put(VIEWER, viewer);
        } finally {
            // A sign-out before this line has revoked the grant. A later sign-out finds the attached viewer and
            // disconnects it.
            var permitted = tickets.isOpened(hello.ticket());
            if (viewer != null && !permitted) {
                viewer.dismiss(TerminalError.SIGNED_OUT);
            }
        }
        // If the socket was closed before the viewer was stored in its attributes, afterConnectionClosed found no
        // viewer.
        if (!socket.isOpen()) {
            viewer.lost();
        }
    }

    private static Executor onVirtualThread() {
        return task -> Thread.ofVirtual().name("terminal-hello").start(task);
    }

    private static void endWithoutHello(WebSocketSession socket) {
        try {
            if (viewer(socket) == null && socket.isOpen()) {
                socket.close(CloseStatus.POLICY_VIOLATION);
            }
        } catch (IOException gone) {
            log.debug("terminal socket failed socket={} cause={}", socket.getId(), gone.toString());
        }
    }

    /**
     * Sends the reason and closes the socket. If there is a viewer, the viewer's own thread sends and closes, because
     * only that thread may send.
     */
    private static void close(
            WebSocketSession socket, @Nullable Viewer viewer, TerminalError reason, Object... arguments)
            throws IOException {
        if (viewer != null) {
            viewer.dismiss(reason);
            return;
        }
        Frame farewell = new Closed(reason, ErrorTexts.text(reason, arguments));
        socket.sendMessage(new BinaryMessage(FrameCodec.encode(farewell)));
        socket.close(CloseStatus.NORMAL);
    }

    private static @Nullable Viewer viewer(WebSocketSession socket) {
        return (Viewer) socket.getAttributes().get(VIEWER);
    }
}
