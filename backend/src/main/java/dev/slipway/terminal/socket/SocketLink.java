package dev.slipway.terminal.socket;

import dev.slipway.terminal.session.ViewerLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** WebSocket of a viewer. One thread sends. The servlet container allows any thread to close the socket. */
record SocketLink(WebSocketSession socket) implements ViewerLink {
    private static final Logger log = LoggerFactory.getLogger(SocketLink.class);

    @Override
    public void send(ByteBuffer frame) throws IOException {
        socket.sendMessage(new BinaryMessage(frame));
    }

    @Override
    public void close() {
        try {
            socket.close(CloseStatus.NORMAL);
        } catch (IOException | IllegalStateException gone) {
            log.debug("terminal socket was closed already socket={} cause={}", socket.getId(), gone.toString());
        }
    }
}
