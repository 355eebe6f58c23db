package dev.slipway.terminal.socket;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/** Registers the terminal's WebSocket at {@code /ws/terminal}. */
@Configuration
@EnableWebSocket
class TerminalSocketConfiguration implements WebSocketConfigurer {
    private final TerminalSocket socket;
    private final OriginCheck originCheck;

    TerminalSocketConfiguration(TerminalSocket socket, OriginCheck originCheck) {
        this.socket = socket;
        this.originCheck = originCheck;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, "/ws/terminal")
                .setHandshakeHandler(new Uncompressed())
                // The framework's own check cannot handle unusual Origin headers, so OriginCheck alone decides.
                .setAllowedOriginPatterns("*")
                .addInterceptors(originCheck);
    }

    /** Handshake that refuses compression, because compression would cost more time than it saves on the network. */
    private static final class Uncompressed extends DefaultHandshakeHandler {
        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request, List<WebSocketExtension> requested, List<WebSocketExtension> supported) {
            return List.of();
        }
    }
}
