package dev.slipway.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * A WebSocket client on a plain socket. The JDK's client reads ahead and acknowledges on its own threads; with this
 * client, the caller decides when a byte is read. One thread receives; any thread may send.
 */
final class WebSocketClient implements Closeable {
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LAST = 0x80;

    private static final int READ_AHEAD = 64 * 1024;
    private static final int SMALL_BUFFER = 32 * 1024;

    /** Timeout for connecting and for each read. A measured connection that is silent for this long has failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    private WebSocketClient(Socket socket, UnaryOperator<InputStream> reading) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(reading.apply(socket.getInputStream()));
        this.out = socket.getOutputStream();
    }

    /**
     * Connects.
     *
     * @param subprotocol WebSocket subprotocol; may be empty
     */
    static WebSocketClient open(URI uri, String subprotocol) throws IOException {
        return open(new Socket(), uri, subprotocol, in -> new BufferedInputStream(in, READ_AHEAD));
    }

    /**
     * Connects with a small receive buffer, so that the kernel buffers little.
     *
     * @param reading wraps the input stream to delay it
     */
    static WebSocketClient openSlowly(URI uri, UnaryOperator<InputStream> reading) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        return open(socket, uri, "", reading);
    }

    private static WebSocketClient open(Socket socket, URI uri, String subprotocol, UnaryOperator<InputStream> reading)
            throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), (int) PATIENCE.toMillis());
            var client = new WebSocketClient(socket, reading);
            client.shakeHands(uri, subprotocol);
            return client;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private void shakeHands(URI uri, String subprotocol) throws IOException {
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var request = "GET " + uri.getRawPath() + query + " HTTP/1.1\r\n"
                + "Host: " + uri.getHost() + ":" + uri.getPort() + "\r\n"
                + "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2xpcHdheS1iZW5jaG1hcg==\r\n"
                + (subprotocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + subprotocol + "\r\n")
                + "\r\n";
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException(
                    uri + " answered " + head.toString().lines().findFirst().orElse(""));
        }
    }

    void sendText(String text) throws IOException {
        send(TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    void sendBinary(ByteBuffer payload) throws IOException {
        send(BINARY, payload);
    }

    private void send(int opcode, ByteBuffer payload) throws IOException {
        var length = payload.remaining();
        var frame = ByteBuffer.allocate(length + 14).put((byte) (LAST | opcode));
        if (length < 126) {
            frame.put((byte) (0x80 | length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) length);
        }
        var mask = ThreadLocalRandom.current().nextInt();
        frame.putInt(mask);
        for (var i = 0; i < length; i++) {
            frame.put((byte) (payload.get(payload.position() + i) ^ (mask >>> (24 - 8 * (i & 3)))));
        }
        synchronized (out) {
            out.write(frame.array(), 0, frame.position());
        }
    }

    /**
     * Waits for the next message and returns it.
     *
     * @throws EOFException if the server has closed the connection
     */
    byte[] receive() throws IOException {
        var message = new byte[0];
        while (true) {
            var first = in.readUnsignedByte();
            var payload = in.readNBytes(length(in.readUnsignedByte()));
            switch (first & 0x0f) {
                case CLOSE -> throw new EOFException("the WebSocket was closed");
                case PING -> send(PONG, ByteBuffer.wrap(payload));
                case PONG -> {}
                default -> {
                    message = message.length == 0 ? payload : joined(message, payload);
                    if ((first & LAST) != 0) {
                        return message;
                    }
                }
            }
        }
    }

    private int length(int announced) throws IOException {
        return switch (announced) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> announced;
        };
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    /** Resets the connection: sends no close frame and discards data in transit. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Ends the connection without a close frame. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
