package dev.slipway.terminal.wire;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame.Ack;
import dev.slipway.terminal.wire.Frame.Alive;
import dev.slipway.terminal.wire.Frame.Cleared;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
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
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Example of a frame from {@code docs/terminal-protocol/frames.json}.
 *
 * @param from "browser" or "platform"
 * @param frame name of the frame in the tables of the protocol's page
 * @param fields fields in the order of the wire; u64 fields that are no offsets, and bytes, in hexadecimal
 */
record GoldenFrame(String from, String frame, String name, JsonNode fields, String hex) {
    private static final Path FILE = Path.of("../docs/terminal-protocol/frames.json");

    /** Fields without a fixed length, each the last one of its frame. */
    private static final Set<String> VARIABLE = Set.of("bytes", "text", "ticket");

    /**
     * Message that each receiver must refuse.
     *
     * @param reason name of the reason with which the platform closes the connection; null in a message of the platform
     */
    record Refused(
            String from, String name, String hex, @Nullable String reason) {
        ByteBuffer bytes() {
            return parse(hex);
        }

        @Override
        public String toString() {
            return from + ": " + name;
        }
    }

    private record Contents(List<GoldenFrame> frames, List<Refused> refused) {}

    static List<GoldenFrame> all() {
        return contents().frames();
    }

    static List<Refused> refused() {
        return contents().refused();
    }

    private static Contents contents() {
        return new ObjectMapper().readValue(FILE.toFile(), Contents.class);
    }

    /** Returns the name of a reason in the file. */
    static String nameOf(TerminalError reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ByteBuffer bytes() {
        return parse(hex);
    }

    /** Returns whether the last field has no fixed length. */
    boolean variable() {
        return fields.propertyNames().stream().anyMatch(VARIABLE::contains);
    }

    /** Returns the number of bytes before the field without a fixed length. */
    int fixedLength() {
        var empty = fields.propertyStream()
                .anyMatch(field -> VARIABLE.contains(field.getKey())
                        && field.getValue().asString().isEmpty());
        // A blank separates the fields, so the last one begins after the last blank.
        var variableLength = variable() && !empty ? (hex.length() - hex.lastIndexOf(' ') - 1) / 2 : 0;
        return bytes().remaining() - variableLength;
    }

    /** Returns the frame with these fields. */
    Frame toFrame() {
        return switch (frame) {
            case "Hello" -> hello();
            case "Input" -> new Input(offset("offset"), data());
            case "Resize" -> new Resize(size());
            case "Ack" -> new Ack(offset("offset"));
            case "Sight" -> new Sight(fields.get("visible").asBoolean());
            case "Reset" -> new Reset();
            case "Welcome" -> new Welcome(number("epoch"), offset("offset"), offset("end"), offset("input"), role());
            case "Output" -> new Output(offset("offset"), data());
            case "Gap" -> new Gap(offset("from"), offset("to"));
            case "Exit" -> new Exit(fields.get("status").asInt());
            case "Closed" -> new Closed(reason(), fields.get("text").asString());
            case "Role" -> new RoleIs(role());
            case "Size" -> new SizeIs(size());
            case "Taken" -> new Taken(offset("offset"));
            case "Alive" -> new Alive();
            case "Snapshot" -> new Snapshot(offset("offset"), size(), data());
            case "Cleared" -> new Cleared();
            default -> throw new AssertionError("the protocol has no frame " + frame);
        };
    }

    private Hello hello() {
        var snapshots = fields.get("version").asInt() >= Frame.VERSION;
        var resume = offset("offset") < 0
                ? Optional.<Position>empty()
                : Optional.of(new Position(number("epoch"), offset("offset")));
        var visible = !snapshots || fields.get("visible").asBoolean();
        return new Hello(
                fields.get("ticket").asString(), number("viewer"), resume, size(), new Page(visible, snapshots));
    }

    private long offset(String field) {
        return fields.get(field).asLong();
    }

    private long number(String field) {
        return Long.parseUnsignedLong(fields.get(field).asString(), 16);
    }

    private TerminalSize size() {
        return new TerminalSize(
                fields.get("columns").asInt(), fields.get("rows").asInt());
    }

    private Role role() {
        return Role.valueOf(fields.get("role").asString().toUpperCase(Locale.ROOT));
    }

    private TerminalError reason() {
        return TerminalError.valueOf(
                fields.get("reason").asString().replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private ByteBuffer data() {
        return parse(fields.get("bytes").asString());
    }

    private static ByteBuffer parse(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Override
    public String toString() {
        return frame + ": " + name;
    }
}
