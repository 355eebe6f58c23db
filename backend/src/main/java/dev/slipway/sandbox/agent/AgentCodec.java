package dev.slipway.sandbox.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.sandbox.agent.AgentFrame.FromAgent;
import dev.slipway.sandbox.agent.AgentFrame.FromPlatform;
import dev.slipway.sandbox.agent.AgentFrame.Target;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Encodes the platform's frames and decodes those of agents. The decoder accepts nothing but what the protocol allows. */
final class AgentCodec {
    private static final int HEADER = 8;
    private static final int MAGIC = 0x534c5041;
    private static final int SHELL_FIELDS = 3 * Long.BYTES + 2 * Short.BYTES + 1;
    private static final int MAX_TEXT = 255;

    /** Size of a terminal that has none. */
    private static final TerminalSize USUAL = new TerminalSize(80, 24);

    /** Maximum number of columns and rows of the platform's terminals. */
    private static final int MAX_SIDE = 1000;

    /**
     * Maximum offset of a shell's output: half of the largest offset of the terminal protocol, so that the output after
     * the history never reaches the largest offset. A shell that writes 142 MB/s reaches this maximum after a year.
     */
    private static final long MAX_OFFSET = 1L << 52;

    /** Maximum length of a shell's history: twice the size of our agent's buffer. */
    private static final long MAX_HISTORY = 1024 * 1024;

    private AgentCodec() {}

    /**
     * A frame with the number of its stream.
     *
     * @param stream the stream; 0 for a frame about the connection
     */
    record Addressed(long stream, FromAgent frame) {}

    /** Returns the bytes of a frame, ready to be written. */
    static ByteBuffer encode(long stream, FromPlatform frame) {
        return switch (frame) {
            case AgentFrame.Data(var bytes) ->
                frame(0x01, stream, bytes.length).put(bytes).flip();
            case AgentFrame.End() -> frame(0x02, stream, 0).flip();
            case AgentFrame.Credit(var bytes) ->
                frame(0x03, stream, Integer.BYTES).putInt((int) bytes).flip();
            case AgentFrame.Close(var code) ->
                frame(0x04, stream, 1).put((byte) code).flip();
            case AgentFrame.Welcome(var version) ->
                frame(0x10, stream, Short.BYTES).putShort((short) version).flip();
            case AgentFrame.Open(var target) -> open(stream, target);
            case AgentFrame.Resize(var size) ->
                frame(0x12, stream, 2 * Short.BYTES)
                        .putShort((short) size.columns())
                        .putShort((short) size.rows())
                        .flip();
            case AgentFrame.Type(var writer, var offset, var bytes) ->
                frame(0x13, stream, 2 * Long.BYTES + bytes.length)
                        .putLong(writer)
                        .putLong(offset)
                        .put(bytes)
                        .flip();
        };
    }

    private static ByteBuffer open(long stream, Target target) {
        return switch (target) {
            case Target.Shell(var number, var columns, var rows, var epoch, var offset) ->
                openFrame(1, stream, 3 * Short.BYTES + 2 * Long.BYTES)
                        .putShort((short) number)
                        .putShort((short) columns)
                        .putShort((short) rows)
                        .putLong(epoch)
                        .putLong(offset)
                        .flip();
            case Target.Command command -> open(stream, command);
            case Target.Port(var number, var overIpv6) ->
                openFrame(3, stream, Short.BYTES + 1)
                        .putShort((short) number)
                        .put((byte) (overIpv6 ? 6 : 4))
                        .flip();
            case Target.Engine() -> openFrame(4, stream, 0).flip();
            case Target.Shells() -> openFrame(5, stream, 0).flip();
            case Target.EndShell(var number) ->
                openFrame(6, stream, Short.BYTES).putShort((short) number).flip();
        };
    }

    private static ByteBuffer open(long stream, Target.Command command) {
        var arguments = bytes(command.arguments());
        var environment = bytes(command.environment());
        var folder = command.folder().getBytes(UTF_8);
        var length = 2 * Short.BYTES + length(arguments) + length(environment) + Integer.BYTES + folder.length;
        if (length + 1 > AgentFrame.MAX_OPEN || arguments.size() > 0xffff || environment.size() > 0xffff) {
            throw new IllegalArgumentException("a command with " + length + " bytes of words is too long");
        }
        var frame = openFrame(2, stream, length);
        putAll(frame, arguments);
        putAll(frame, environment);
        return frame.putInt(folder.length).put(folder).flip();
    }

    private static List<byte[]> bytes(List<String> words) {
        return words.stream().map(word -> word.getBytes(UTF_8)).toList();
    }

    private static int length(List<byte[]> words) {
        return words.stream().mapToInt(word -> Integer.BYTES + word.length).sum();
    }

    private static void putAll(ByteBuffer frame, List<byte[]> words) {
        frame.putShort((short) words.size());
        words.forEach(word -> frame.putInt(word.length).put(word));
    }

    private static ByteBuffer openFrame(int kind, long stream, int length) {
        return frame(0x11, stream, 1 + length).put((byte) kind);
    }

    private static ByteBuffer frame(int type, long stream, int length) {
        return ByteBuffer.allocate(HEADER + length).putInt(type << 24 | length).putInt((int) stream);
    }

    /**
     * Reads one frame; blocks until it is complete.
     *
     * @throws EOFException if the connection ends
     * @throws AgentProtocolException if the bytes are not a frame of an agent
     */
    static Addressed read(DataInputStream source) throws IOException {
        var header = source.readInt();
        var stream = Integer.toUnsignedLong(source.readInt());
        var type = header >>> 24;
        var length = header & 0xffffff;
        if (length > most(type)) {
            throw new AgentProtocolException("a frame of type " + type + " has " + length + " bytes");
        }
        var content = new byte[length];
        source.readFully(content);
        var frame = decode(type, content, ByteBuffer.wrap(content));
        if ((stream == 0) != (frame instanceof AgentFrame.Hello || frame instanceof AgentFrame.Ready)) {
            throw new AgentProtocolException("a frame of type " + type + " belongs to stream " + stream);
        }
        return new Addressed(stream, frame);
    }

    private static int most(int type) {
        return switch (type) {
            case 0x01, 0x24 -> AgentFrame.MAX_DATA;
            case 0x21 -> SHELL_FIELDS + AgentFrame.MAX_WRITERS * 2 * Long.BYTES;
            case 0x22 -> 2 + MAX_TEXT;
            default -> HEADER;
        };
    }

    private static FromAgent decode(int type, byte[] bytes, ByteBuffer content) throws AgentProtocolException {
        return switch (type) {
            case 0x01 -> new AgentFrame.Data(notEmpty(bytes));
            case 0x02 -> exactly(content, 0, new AgentFrame.End());
            case 0x03 -> credit(content);
            case 0x04 -> new AgentFrame.Close(octet(content));
            case 0x20 -> hello(content);
            case 0x21 -> content.hasRemaining() ? shell(content) : new AgentFrame.Opened();
            case 0x22 -> refused(content);
            case 0x23 -> new AgentFrame.Exit(octet(content));
            case 0x24 -> new AgentFrame.ErrorData(notEmpty(bytes));
            case 0x25 -> exactly(content, 0, new AgentFrame.Ready());
            default -> throw new AgentProtocolException("unknown type of frame " + type);
        };
    }

    private static byte[] notEmpty(byte[] bytes) throws AgentProtocolException {
        if (bytes.length == 0) {
            throw new AgentProtocolException("a frame of data is empty");
        }
        return bytes;
    }

    private static <T> T exactly(ByteBuffer content, int length, T frame) throws AgentProtocolException {
        if (content.capacity() != length) {
            throw new AgentProtocolException("a frame has " + content.capacity() + " bytes instead of " + length);
        }
        return frame;
    }

    private static int octet(ByteBuffer content) throws AgentProtocolException {
        exactly(content, 1, content);
        return Byte.toUnsignedInt(content.get());
    }

    private static FromAgent credit(ByteBuffer content) throws AgentProtocolException {
        exactly(content, Integer.BYTES, content);
        var bytes = Integer.toUnsignedLong(content.getInt());
        if (bytes < 1 || bytes > AgentFrame.INPUT_CREDIT) {
            throw new AgentProtocolException("credit of " + bytes + " bytes");
        }
        return new AgentFrame.Credit(bytes);
    }

    private static FromAgent hello(ByteBuffer content) throws AgentProtocolException {
        exactly(content, Integer.BYTES + 2 * Short.BYTES, content);
        if (content.getInt() != MAGIC) {
            throw new AgentProtocolException("the first frame is not that of an agent");
        }
        return new AgentFrame.Hello(word(content), word(content));
    }

    private static FromAgent shell(ByteBuffer content) throws AgentProtocolException {
        if (content.remaining() < SHELL_FIELDS) {
            throw new AgentProtocolException("the fields of a shell are incomplete");
        }
        var epoch = content.getLong();
        var from = content.getLong();
        var historyEnd = content.getLong();
        var history = historyEnd - from;
        if (epoch == 0 || from < 0 || historyEnd > MAX_OFFSET || history < 0 || history > MAX_HISTORY) {
            throw new AgentProtocolException("a shell's history from " + from + " to " + historyEnd);
        }
        return new AgentFrame.ShellOpened(epoch, from, historyEnd, size(content), typed(content));
    }

    /** A program in the shell may have given its terminal any size, also 0. */
    private static TerminalSize size(ByteBuffer content) {
        var columns = word(content);
        var rows = word(content);
        return new TerminalSize(
                columns == 0 ? USUAL.columns() : Math.min(columns, MAX_SIDE),
                rows == 0 ? USUAL.rows() : Math.min(rows, MAX_SIDE));
    }

    private static Map<Long, Long> typed(ByteBuffer content) throws AgentProtocolException {
        var count = Byte.toUnsignedInt(content.get());
        if (count > AgentFrame.MAX_WRITERS || content.remaining() != count * 2 * Long.BYTES) {
            throw new AgentProtocolException("a shell's writers: " + count);
        }
        var typed = new LinkedHashMap<Long, Long>();
        for (var i = 0; i < count; i++) {
            var writer = content.getLong();
            var offset = content.getLong();
            if (offset < 0 || typed.put(writer, offset) != null) {
                throw new AgentProtocolException("a shell's writer with the offset " + offset);
            }
        }
        return typed;
    }

    private static FromAgent refused(ByteBuffer content) throws AgentProtocolException {
        if (content.remaining() < 2) {
            throw new AgentProtocolException("a refusal without a code");
        }
        var code = Byte.toUnsignedInt(content.get());
        if (Byte.toUnsignedInt(content.get()) != content.remaining()) {
            throw new AgentProtocolException("a refusal's text is incomplete");
        }
        return new AgentFrame.Refused(code, UTF_8.decode(content).toString());
    }

    private static int word(ByteBuffer content) {
        return Short.toUnsignedInt(content.getShort());
    }
}
