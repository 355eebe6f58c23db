package dev.slipway.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/**
 * A terminal of wetty 3. It uses Socket.IO events over a WebSocket; the client acknowledges output with "commit"
 * events.
 */
final class WettyLine implements Line {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EVENT = "42";
    private static final String PING = "2";

    private final WebSocketClient socket;

    WettyLine(int port) throws IOException {
        socket = WebSocketClient.open(
                URI.create("ws://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=websocket"), "");
        socket.receive();
        socket.sendText("40");
    }

    @Override
    public void type(String text) throws IOException {
        send("input", text);
    }

    private void send(String event, Object value) throws IOException {
        socket.sendText(EVENT + JSON.writeValueAsString(new Object[] {event, value}));
    }

    @Override
    public byte[] read() throws IOException {
        while (true) {
            var message = new String(socket.receive(), StandardCharsets.UTF_8);
            if (message.equals(PING)) {
                socket.sendText("3");
            } else if (message.startsWith(EVENT + "[\"data\"")) {
                var text =
                        JSON.readTree(message.substring(EVENT.length())).path(1).asString();
                send("commit", text.length());
                return text.getBytes(StandardCharsets.UTF_8);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
