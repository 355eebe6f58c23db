package dev.slipway.bench;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.wire.Frame;
import dev.slipway.terminal.wire.Frame.Ack;
import dev.slipway.terminal.wire.Frame.Alive;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.FromServer;
import dev.slipway.terminal.wire.Frame.Gap;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.Frame.Input;
import dev.slipway.terminal.wire.Frame.Output;
import dev.slipway.terminal.wire.Frame.Position;
import dev.slipway.terminal.wire.Frame.Welcome;
import dev.slipway.terminal.wire.FrameCodec;
import dev.slipway.terminal.wire.ProtocolException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a terminal of the platform; see {@code docs/terminal-protocol.md}. It requests its own ticket, and
 * acknowledges output as the browser's terminal element does. One thread reads; other threads may type and acknowledge
 * at the same time.
 */
final class SlipwayLine implements Line {
    private static final int ACK_WHEN_IDLE_MILLIS = 100;
    private static final TerminalSize SIZE = new TerminalSize(80, 24);
    private static final Timer TIMER = new Timer("acknowledge", true);

    private final Platform platform;
    private final Place place;
    private final Pace pace;
    private final long viewer = ThreadLocalRandom.current().nextLong();
    private final TimerTask acknowledging;
    private WebSocketClient socket;
    private long epoch;
    private long typed;
    private volatile long received = -1;
    private volatile long acknowledged;
    private long gaps;

    /** The terminal of a node to which a line connects. */
    record Place(String attempt, String node, int number) {}

    /**
     * The speed at which a client reads.
     *
     * @param ackStep number of bytes after which the client acknowledges
     * @param bytesPerSecond speed at which the client parses; 0 means as fast as possible
     * @param reading wraps the input stream to delay it; may be null
     */
    record Pace(int ackStep, long bytesPerSecond, @Nullable UnaryOperator<InputStream> reading) {
        /** Number of bytes after which the browser's terminal element acknowledges. */
        private static final int STEP = 32 * 1024;

        static final Pace FAST = new Pace(STEP, 0, null);

        static Pace parsing(long bytesPerSecond) {
            return new Pace(STEP, bytesPerSecond, null);
        }

        static Pace through(UnaryOperator<InputStream> reading) {
            return new Pace(STEP, 0, reading);
        }
    }

    SlipwayLine(Platform platform, Place place, Pace pace) throws IOException {
        this.platform = platform;
        this.place = place;
        this.pace = pace;
        this.socket = connect();
        this.acknowledging = new TimerTask() {
            @Override
            public void run() {
                acknowledgeQuietly();
            }
        };
        TIMER.schedule(acknowledging, ACK_WHEN_IDLE_MILLIS, ACK_WHEN_IDLE_MILLIS);
    }

    /** Returns the number of bytes that the platform reported as no longer available. */
    long gaps() {
        return gaps;
    }

    /** Returns the socket, for clients that misuse it. */
    WebSocketClient socket() {
        return socket;
    }

    /** Reconnects, after the caller has ended the previous connection. */
    void reconnect() throws IOException {
        socket = connect();
    }

    private WebSocketClient connect() throws IOException {
        var grant = platform.post(
                "/api/v1/attempts/" + place.attempt() + "/terminals",
                "{\"node\":\"%s\",\"number\":%d}".formatted(place.node(), place.number()));
        var uri = URI.create(
                platform.url().replaceFirst("^http", "ws") + grant.path("path").asString());
        var connected = pace.reading() == null
                ? WebSocketClient.open(uri, "")
                : WebSocketClient.openSlowly(uri, pace.reading());
        var ticket = grant.path("ticket").asString();
        var resume = received < 0 ? Optional.<Position>empty() : Optional.of(new Position(epoch, received));
        connected.sendBinary(FrameCodec.encode(new Hello(ticket, viewer, resume, SIZE)));
        var first = receive(connected);
        if (!(first instanceof Welcome welcome)) {
            throw new IOException("the platform refused the terminal: " + first);
        }
        continueAt(welcome);
        return connected;
    }

    private void continueAt(Welcome welcome) throws IOException {
        if (received >= 0 && (welcome.epoch() != epoch || welcome.offset() != received)) {
            throw new IOException("the platform continues at another offset than the client's");
        }
        epoch = welcome.epoch();
        received = welcome.offset();
        acknowledged = welcome.offset();
        typed = welcome.input();
    }

    private static FromServer receive(WebSocketClient from) throws IOException {
        try {
            return FrameCodec.decodeFromServer(ByteBuffer.wrap(from.receive()));
        } catch (ProtocolException violated) {
            throw new IOException("the platform sent a message that is no frame", violated);
        }
    }

    private void send(Frame.FromClient frame) throws IOException {
        socket.sendBinary(FrameCodec.encode(frame));
    }

    @Override
    public void type(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        send(new Input(typed, ByteBuffer.wrap(bytes)));
        typed += bytes.length;
    }

    @Override
    public byte[] read() throws IOException {
        while (true) {
            switch (receive(socket)) {
                case Output output -> {
                    return take(output);
                }
                case Gap(var from, var to) -> {
                    received = to;
                    gaps += to - from;
                }
                case Exit _, Closed _ -> throw new EOFException("the platform ended the terminal");
                case Alive _ -> acknowledge(received);
                case Welcome _, Frame.RoleIs _, Frame.SizeIs _, Frame.Taken _, Frame.Snapshot _, Frame.Cleared _ -> {}
            }
        }
    }

    private byte[] take(Output output) throws IOException {
        if (output.offset() != received) {
            throw new IOException("output has offset " + output.offset() + ", expected " + received);
        }
        var bytes = new byte[output.bytes().remaining()];
        output.bytes().get(bytes);
        parse(bytes.length);
        received = output.offset() + bytes.length;
        if (received - acknowledged >= pace.ackStep()) {
            acknowledge(received);
        }
        return bytes;
    }

    private void parse(int bytes) {
        if (pace.bytesPerSecond() > 0) {
            Pause.nanos(bytes * 1_000_000_000L / pace.bytesPerSecond());
        }
    }

    void acknowledge(long offset) throws IOException {
        acknowledged = offset;
        send(new Ack(offset));
    }

    long received() {
        return received;
    }

    private void acknowledgeQuietly() {
        try {
            if (received > acknowledged) {
                acknowledge(received);
            }
        } catch (IOException gone) {
            // The reading thread gets the same exception.
        }
    }

    @Override
    public void close() throws IOException {
        acknowledging.cancel();
        socket.close();
    }
}
