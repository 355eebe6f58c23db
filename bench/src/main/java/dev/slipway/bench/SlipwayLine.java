package dev.slipway.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A terminal of the platform, from the request of a ticket onwards; see {@code docs/terminal-protocol.md}. It
 * acknowledges output as the browser's element does. One thread reads; other threads may type and acknowledge at the
 * same time.
 */
final class SlipwayLine implements Line {
    private static final int ACK_WHEN_IDLE_MILLIS = 100;
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
     * @param ackStep number of bytes after which it acknowledges
     * @param bytesPerSecond speed at which it parses; 0 means as fast as possible
     * @param reading wraps the input stream to delay it; may be null
     */
    record Pace(int ackStep, long bytesPerSecond, @Nullable UnaryOperator<InputStream> reading) {
        /** The step of the browser's element. */
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
        var ticket = grant.path("ticket").asString().getBytes(StandardCharsets.US_ASCII);
        connected.sendBinary(ByteBuffer.allocate(30 + ticket.length)
                .put((byte) 0x01)
                .put((byte) 1)
                .putLong(viewer)
                .putLong(epoch)
                .putLong(received)
                .putShort((short) 80)
                .putShort((short) 24)
                .put(ticket)
                .flip());
        welcome(ByteBuffer.wrap(connected.receive()));
        return connected;
    }

    private void welcome(ByteBuffer frame) throws IOException {
        if (frame.get() != 0x11) {
            throw new IOException("the platform refused the terminal: " + StandardCharsets.UTF_8.decode(frame));
        }
        var newEpoch = frame.getLong();
        var offset = frame.getLong();
        frame.getLong();
        if (received >= 0 && (newEpoch != epoch || offset != received)) {
            throw new IOException("the platform continues at another offset than the client's");
        }
        epoch = newEpoch;
        received = offset;
        acknowledged = offset;
        typed = frame.getLong();
    }

    @Override
    public void type(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.sendBinary(ByteBuffer.allocate(9 + bytes.length)
                .put((byte) 0x02)
                .putLong(typed)
                .put(bytes)
                .flip());
        typed += bytes.length;
    }

    @Override
    public byte[] read() throws IOException {
        while (true) {
            var frame = ByteBuffer.wrap(socket.receive());
            switch (frame.get()) {
                case 0x12 -> {
                    return output(frame);
                }
                case 0x13 -> {
                    var from = frame.getLong();
                    received = frame.getLong();
                    gaps += received - from;
                }
                case 0x14, 0x15 -> throw new EOFException("the platform ended the terminal");
                case 0x19 -> acknowledge(received);
                default -> {}
            }
        }
    }

    private byte[] output(ByteBuffer frame) throws IOException {
        var offset = frame.getLong();
        if (offset != received) {
            throw new IOException("output has offset " + offset + ", expected " + received);
        }
        var bytes = new byte[frame.remaining()];
        frame.get(bytes);
        parse(bytes.length);
        received = offset + bytes.length;
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
        socket.sendBinary(
                ByteBuffer.allocate(9).put((byte) 0x04).putLong(offset).flip());
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
