package dev.slipway.terminal.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame.Ack;
import dev.slipway.terminal.wire.Frame.Alive;
import dev.slipway.terminal.wire.Frame.Cleared;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.FromClient;
import dev.slipway.terminal.wire.Frame.FromServer;
import dev.slipway.terminal.wire.Frame.Gap;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.Frame.Input;
import dev.slipway.terminal.wire.Frame.Output;
import dev.slipway.terminal.wire.Frame.Page;
import dev.slipway.terminal.wire.Frame.Position;
import dev.slipway.terminal.wire.Frame.Reset;
import dev.slipway.terminal.wire.Frame.Resize;
import dev.slipway.terminal.wire.Frame.Role;
import dev.slipway.terminal.wire.Frame.RoleIs;
import dev.slipway.terminal.wire.Frame.Sight;
import dev.slipway.terminal.wire.Frame.SizeIs;
import dev.slipway.terminal.wire.Frame.Snapshot;
import dev.slipway.terminal.wire.Frame.Taken;
import dev.slipway.terminal.wire.Frame.Welcome;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Encodes and decodes frames. A frame is an opcode, followed by the fields in the order of its record, big-endian. Only
 * a hello differs: it begins with the version and ends with the ticket.
 */
public final class FrameCodec {
    private static final byte HELLO = 0x01;
    private static final byte INPUT = 0x02;
    private static final byte RESIZE = 0x03;
    private static final byte ACK = 0x04;
    private static final byte SIGHT = 0x05;
    private static final byte RESET = 0x06;
    private static final byte WELCOME = 0x11;
    private static final byte OUTPUT = 0x12;
    private static final byte GAP = 0x13;
    private static final byte EXIT = 0x14;
    private static final byte CLOSED = 0x15;
    private static final byte ROLE = 0x16;
    private static final byte SIZE = 0x17;
    private static final byte TAKEN = 0x18;
    private static final byte ALIVE = 0x19;
    private static final byte SNAPSHOT = 0x1a;
    private static final byte CLEARED = 0x1b;

    /**
     * Upper limit for the fixed part of a frame. The longest fixed part is that of a welcome: an opcode, four longs and
     * a role.
     */
    private static final int FIXED = 64;

    private static final long NOTHING_TO_RESUME = -1;

    private FrameCodec() {}

    /** Encodes a frame. */
    public static ByteBuffer encode(Frame frame) {
        return switch (frame) {
            case Hello hello -> encodeHello(hello);
            case Input(var offset, var bytes) ->
                start(INPUT, bytes.remaining())
                        .putLong(offset)
                        .put(bytes.duplicate())
                        .flip();
            case Resize(var size) -> putSize(start(RESIZE, 0), size).flip();
            case Ack(var offset) -> start(ACK, 0).putLong(offset).flip();
            case Sight(var visible) -> start(SIGHT, 0).put(code(visible)).flip();
            case Reset() -> start(RESET, 0).flip();
            case Welcome(var epoch, var offset, var end, var input, var role) ->
                start(WELCOME, 0)
                        .putLong(epoch)
                        .putLong(offset)
                        .putLong(end)
                        .putLong(input)
                        .put(code(role))
                        .flip();
            case Output(var offset, var bytes) ->
                start(OUTPUT, bytes.remaining())
                        .putLong(offset)
                        .put(bytes.duplicate())
                        .flip();
            case Gap(var from, var to) ->
                start(GAP, 0).putLong(from).putLong(to).flip();
            case Exit(var status) -> start(EXIT, 0).putInt(status).flip();
            case Closed(var reason, var text) -> {
                var bytes = text.getBytes(UTF_8);
                yield start(CLOSED, bytes.length)
                        .put((byte) reason.wireCode())
                        .put(bytes)
                        .flip();
            }
            case RoleIs(var role) -> start(ROLE, 0).put(code(role)).flip();
            case SizeIs(var size) -> putSize(start(SIZE, 0), size).flip();
            case Taken(var offset) -> start(TAKEN, 0).putLong(offset).flip();
            case Alive() -> start(ALIVE, 0).flip();
            case Snapshot(var offset, var size, var bytes) ->
                putSize(start(SNAPSHOT, bytes.remaining()).putLong(offset), size)
                        .put(bytes.duplicate())
                        .flip();
            case Cleared() -> start(CLEARED, 0).flip();
        };
    }

    /**
     * Decodes a frame of a client.
     *
     * @throws ProtocolException if the bytes are not exactly one valid frame
     */
    public static FromClient decodeFromClient(ByteBuffer bytes) throws ProtocolException {
        return decode(bytes, in -> {
            var opcode = in.get();
            return switch (opcode) {
                case HELLO -> decodeHello(in);
                case INPUT -> new Input(in.getLong(), rest(in));
                case RESIZE -> new Resize(size(in));
                case ACK -> new Ack(in.getLong());
                case SIGHT -> new Sight(truth(in));
                case RESET -> new Reset();
                default -> throw new ProtocolException("unknown opcode " + opcode);
            };
        });
    }

    /**
     * Decodes a frame of the platform.
     *
     * @throws ProtocolException if the bytes are not exactly one valid frame
     */
    public static FromServer decodeFromServer(ByteBuffer bytes) throws ProtocolException {
        return decode(bytes, in -> {
            var opcode = in.get();
            return switch (opcode) {
                case WELCOME -> new Welcome(in.getLong(), in.getLong(), in.getLong(), in.getLong(), role(in));
                case OUTPUT -> new Output(in.getLong(), rest(in));
                case GAP -> new Gap(in.getLong(), in.getLong());
                case EXIT -> new Exit(in.getInt());
                case CLOSED -> new Closed(reason(in), UTF_8.decode(in).toString());
                case ROLE -> new RoleIs(role(in));
                case SIZE -> new SizeIs(size(in));
                case TAKEN -> new Taken(in.getLong());
                case ALIVE -> new Alive();
                case SNAPSHOT -> new Snapshot(in.getLong(), size(in), rest(in));
                case CLEARED -> new Cleared();
                default -> throw new ProtocolException("unknown opcode " + opcode);
            };
        });
    }

    private static ByteBuffer encodeHello(Hello hello) {
        var ticket = hello.ticket().getBytes(ISO_8859_1);
        var page = hello.page();
        var out = start(HELLO, ticket.length)
                .put((byte) (page.snapshots() ? Frame.VERSION : Frame.OLDER_VERSION))
                .putLong(hello.viewer())
                .putLong(hello.resume().map(Position::epoch).orElse(0L))
                .putLong(hello.resume().map(Position::offset).orElse(NOTHING_TO_RESUME));
        putSize(out, hello.size());
        if (page.snapshots()) {
            out.put(code(page.visible()));
        }
        return out.put(ticket).flip();
    }

    private static Hello decodeHello(ByteBuffer in) throws ProtocolException {
        // The version is checked first, because a hello of another version may have other fields.
        var version = in.get();
        if (version != Frame.VERSION && version != Frame.OLDER_VERSION) {
            throw new ProtocolException(TerminalError.VERSION_UNSUPPORTED, "unknown version " + version, null);
        }
        var viewer = in.getLong();
        var epoch = in.getLong();
        var offset = in.getLong();
        Optional<Position> resume =
                offset == NOTHING_TO_RESUME ? Optional.empty() : Optional.of(new Position(epoch, offset));
        var size = size(in);
        var page = version == Frame.OLDER_VERSION ? new Page(true, false) : new Page(truth(in), true);
        return new Hello(ISO_8859_1.decode(in).toString(), viewer, resume, size, page);
    }

    private static ByteBuffer start(byte opcode, int variable) {
        return ByteBuffer.allocate(FIXED + variable).put(opcode);
    }

    private static ByteBuffer putSize(ByteBuffer out, TerminalSize size) {
        return out.putShort((short) size.columns()).putShort((short) size.rows());
    }

    private static TerminalSize size(ByteBuffer in) {
        return new TerminalSize(Short.toUnsignedInt(in.getShort()), Short.toUnsignedInt(in.getShort()));
    }

    private static byte code(boolean truth) {
        return (byte) (truth ? 1 : 0);
    }

    private static boolean truth(ByteBuffer in) throws ProtocolException {
        var code = in.get();
        return switch (code) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new ProtocolException("a flag must be 0 or 1: " + code);
        };
    }

    private static byte code(Role role) {
        return switch (role) {
            case DRIVER -> 1;
            case VIEWER -> 2;
        };
    }

    private static Role role(ByteBuffer in) throws ProtocolException {
        var code = in.get();
        return switch (code) {
            case 1 -> Role.DRIVER;
            case 2 -> Role.VIEWER;
            default -> throw new ProtocolException("unknown role " + code);
        };
    }

    private static TerminalError reason(ByteBuffer in) throws ProtocolException {
        var code = in.get();
        return TerminalError.ofWireCode(code).orElseThrow(() -> new ProtocolException("unknown reason " + code));
    }

    private static ByteBuffer rest(ByteBuffer in) {
        var copy = new byte[in.remaining()];
        in.get(copy);
        return ByteBuffer.wrap(copy);
    }

    private static <F extends Frame> F decode(ByteBuffer bytes, Decoding<F> decoding) throws ProtocolException {
        var in = bytes.slice();
        try {
            var frame = decoding.decode(in);
            if (in.hasRemaining()) {
                throw new ProtocolException("bytes after the end of a frame");
            }
            return frame;
        } catch (BufferUnderflowException | IllegalArgumentException wrong) {
            throw new ProtocolException(TerminalError.PROTOCOL_VIOLATED, "malformed frame", wrong);
        }
    }

    private interface Decoding<F> {
        F decode(ByteBuffer in) throws ProtocolException;
    }
}
