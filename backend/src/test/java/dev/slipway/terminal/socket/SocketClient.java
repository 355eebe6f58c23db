package dev.slipway.terminal.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame;
import dev.slipway.terminal.wire.Frame.Ack;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.FromServer;
import dev.slipway.terminal.wire.Frame.Input;
import dev.slipway.terminal.wire.Frame.Output;
import dev.slipway.terminal.wire.Frame.Welcome;
import dev.slipway.terminal.wire.FrameCodec;
import dev.slipway.terminal.wire.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Client of the terminal protocol over a real socket, which acknowledges all output. Output is guarded by its monitor,
 * sending by a lock of its own.
 */
final class SocketClient implements WebSocket.Listener {
    private final List<FromServer> news = new CopyOnWriteArrayList<>();
    private final StringBuilder screen = new StringBuilder();
    private ByteBuffer message = ByteBuffer.allocate(0);
    private long offset;
    private long typed;
    private final Object sending = new Object();
    private CompletableFuture<@Nullable WebSocket> sent = CompletableFuture.completedFuture(null);
    private volatile boolean closed;
    private volatile @Nullable WebSocket socket;

    static SocketClient open(int port, Optional<String> origin) {
        return open(port, origin.map(value -> Map.of("Origin", value)).orElse(Map.of()));
    }

    static SocketClient open(int port, Map<String, String> headers) {
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        headers.forEach(builder::header);
        var client = new SocketClient();
        client.socket = builder.buildAsync(URI.create("ws://localhost:" + port + "/ws/terminal"), client)
                .join();
        return client;
    }

    WebSocket socket() {
        return Objects.requireNonNull(socket);
    }

    void send(Frame frame) {
        enqueue(socket(), frame).join();
    }

    /**
     * Sends frames one after another: the JDK's socket accepts one message at a time, while a test types and a listener
     * acknowledges.
     */
    private CompletableFuture<@Nullable WebSocket> enqueue(WebSocket to, Frame frame) {
        synchronized (sending) {
            sent = sent.handle((_, _) -> to).thenCompose(free -> free.sendBinary(FrameCodec.encode(frame), true));
            return sent;
        }
    }

    void type(String text) {
        var bytes = text.getBytes(UTF_8);
        send(new Input(typed, ByteBuffer.wrap(bytes)));
        typed += bytes.length;
    }

    /** Returns all frames of a kind other than output. */
    <F extends FromServer> List<F> only(Class<F> type) {
        return news.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Returns all output so far. Characters outside ASCII do not matter here. */
    synchronized String screen() {
        return screen.toString();
    }

    boolean isClosed() {
        return closed;
    }

    void awaitWelcome() {
        await().until(() -> only(Welcome.class).size() == 1);
    }

    void awaitClosed(TerminalError reason) {
        await().untilAsserted(() ->
                assertThat(only(Closed.class)).extracting(Closed::reason).containsExactly(reason));
        await().until(() -> closed);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer part, boolean last) {
        message = ByteBuffer.allocate(message.remaining() + part.remaining())
                .put(message)
                .put(part)
                .flip();
        webSocket.request(1);
        if (!last) {
            return null;
        }
        var frame = decoded();
        message = ByteBuffer.allocate(0);
        return switch (frame) {
            case Output output -> enqueue(webSocket, new Ack(show(output)));
            case Welcome welcome -> {
                offset = welcome.offset();
                typed = welcome.input();
                news.add(welcome);
                yield null;
            }
            default -> {
                news.add(frame);
                yield null;
            }
        };
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed = true;
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed = true;
    }

    private synchronized long show(Output output) {
        assertThat(output.offset()).isEqualTo(offset);
        offset += output.bytes().remaining();
        screen.append(UTF_8.decode(output.bytes()));
        return offset;
    }

    private FromServer decoded() {
        try {
            return FrameCodec.decodeFromServer(message);
        } catch (ProtocolException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
