package dev.slipway.terminal;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Id of a recording: its terminal, and the time of its first output in milliseconds. The text form is {@code
 * abcd1234-node1-1-1767254400000}; the platform derives the file's folder and name from it.
 */
public record RecordingId(TerminalKey terminal, Instant startedAt) implements Comparable<RecordingId> {
    private static final Pattern SYNTAX = Pattern.compile("([a-z0-9]{8})-([a-z][a-z0-9-]{0,31})-([1-8])-([0-9]{13})");

    /** Parses the text form; empty if the text is not an id. */
    public static Optional<RecordingId> parse(String text) {
        var parts = SYNTAX.matcher(text);
        if (!parts.matches() || parts.group(2).endsWith("-")) {
            return Optional.empty();
        }
        var key = new TerminalKey(
                new SandboxId(parts.group(1)), new NodeName(parts.group(2)), Integer.parseInt(parts.group(3)));
        return Optional.of(new RecordingId(key, Instant.ofEpochMilli(Long.parseLong(parts.group(4)))));
    }

    /** Orders by start, oldest first, then by the text form. */
    @Override
    public int compareTo(RecordingId other) {
        var byStart = startedAt.compareTo(other.startedAt);
        return byStart != 0 ? byStart : toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return terminal.sandbox() + "-" + terminal.node() + "-" + terminal.number() + "-" + startedAt.toEpochMilli();
    }
}
