package dev.slipway.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A terminal of ttyd 1.7. The first byte of a message is its type; {@code 0} means input or output. */
final class TtydLine implements Line {
    private final WebSocketClient socket;

    TtydLine(int port) throws IOException {
        socket = WebSocketClient.open(URI.create("ws://127.0.0.1:" + port + "/ws"), "tty");
        socket.sendText("{\"AuthToken\":\"\",\"columns\":80,\"rows\":24}");
    }

    @Override
    public void type(String text) throws IOException {
        socket.sendBinary(ByteBuffer.wrap(("0" + text).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public byte[] read() throws IOException {
        while (true) {
            var message = socket.receive();
            if (message.length > 1 && message[0] == '0') {
                return Arrays.copyOfRange(message, 1, message.length);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
