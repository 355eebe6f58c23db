package dev.slipway.sandbox.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.sandbox.agent.AgentFrame.FromAgent;
import dev.slipway.sandbox.agent.AgentFrame.FromPlatform;
import dev.slipway.sandbox.agent.AgentFrame.Target;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The agent's half of the codec: encodes the frames of agents and decodes those of the platform. */
final class AgentSide {
    private AgentSide() {}

    /** A frame of the platform with the number of its stream. */
    record Addressed(long stream, FromPlatform frame) {}

    static byte[] encode(long stream, FromAgent frame) {
        return switch (frame) {
            case AgentFrame.Data(var bytes) -> frame(0x01, stream, bytes);
            case AgentFrame.End() -> frame(0x02, stream);
            case AgentFrame.Credit(var bytes) ->
                frame(0x03, stream, ByteBuffer.allocate(4).putInt((int) bytes).array());
            case AgentFrame.Close(var code) -> frame(0x04, stream, (byte) code);
            case AgentFrame.Hello(var oldest, var newest) ->
                frame(
                        0x20,
                        stream,
                        ByteBuffer.allocate(8)
                                .put("SLPA".getBytes(UTF_8))
                                .putShort((short) oldest)
                                .putShort((short) newest)
                                .array());
            case AgentFrame.Opened() -> frame(0x21, stream);
            case AgentFrame.ShellOpened shell -> frame(0x21, stream, fields(shell));
            case AgentFrame.Refused(var code, var text) -> frame(0x22, stream, refusal(code, text));
            case AgentFrame.Exit(var status) -> frame(0x23, stream, (byte) status);
            case AgentFrame.ErrorData(var bytes) -> frame(0x24, stream, bytes);
            case AgentFrame.Ready() -> frame(0x25, stream);
        };
    }

    private static byte[] fields(AgentFrame.ShellOpened shell) {
        var fields = ByteBuffer.allocate(29 + shell.typed().size() * 16)
                .putLong(shell.epoch())
                .putLong(shell.from())
                .putLong(shell.historyEnd())
                .putShort((short) shell.size().columns())
                .putShort((short) shell.size().rows())
                .put((byte) shell.typed().size());
        shell.typed().forEach((writer, offset) -> fields.putLong(writer).putLong(offset));
        return fields.array();
    }

    private static byte[] refusal(int code, String text) {
        var bytes = text.getBytes(UTF_8);
        return ByteBuffer.allocate(2 + bytes.length)
                .put((byte) code)
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] frame(int type, long stream, byte... content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(type << 24 | content.length)
                .putInt((int) stream)
                .put(content)
                .array();
    }

    static Addressed read(DataInputStream source) throws IOException {
        var header = source.readInt();
        var stream = Integer.toUnsignedLong(source.readInt());
        var content = new byte[header & 0xffffff];
        source.readFully(content);
        return new Addressed(stream, decode(header >>> 24, ByteBuffer.wrap(content)));
    }

    private static FromPlatform decode(int type, ByteBuffer content) {
        return switch (type) {
            case 0x01 -> new AgentFrame.Data(rest(content));
            case 0x02 -> new AgentFrame.End();
            case 0x03 -> new AgentFrame.Credit(Integer.toUnsignedLong(content.getInt()));
            case 0x04 -> new AgentFrame.Close(content.get());
            case 0x10 -> new AgentFrame.Welcome(word(content));
            case 0x11 -> new AgentFrame.Open(target(content));
            case 0x12 -> new AgentFrame.Resize(new TerminalSize(word(content), word(content)));
            case 0x13 -> new AgentFrame.Type(content.getLong(), content.getLong(), rest(content));
            default -> throw new IllegalArgumentException("type " + type);
        };
    }

    private static Target target(ByteBuffer content) {
        return switch (content.get()) {
            case 1 ->
                new Target.Shell(word(content), word(content), word(content), content.getLong(), content.getLong());
            case 2 -> new Target.Command(texts(content), texts(content), text(content));
            case 3 -> new Target.Port(word(content), content.get() == 6);
            case 4 -> new Target.Engine();
            case 5 -> new Target.Shells();
            case 6 -> new Target.EndShell(word(content));
            default -> throw new IllegalArgumentException("unknown target");
        };
    }

    private static List<String> texts(ByteBuffer content) {
        var count = word(content);
        var texts = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            texts.add(text(content));
        }
        return texts;
    }

    private static String text(ByteBuffer content) {
        var bytes = new byte[content.getInt()];
        content.get(bytes);
        return new String(bytes, UTF_8);
    }

    private static byte[] rest(ByteBuffer content) {
        var bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    private static int word(ByteBuffer content) {
        return Short.toUnsignedInt(content.getShort());
    }
}
