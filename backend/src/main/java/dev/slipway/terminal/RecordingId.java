package dev.slipway.terminal;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one recording: which terminal, and when its first output came, to the millisecond. As text it is
 * {@code abcd1234-node1-1-1767254400000}, which is also where its file is.
 */
public record RecordingId(TerminalKey terminal, Instant startedAt) implements Comparable<RecordingId> {
    private static final Pattern SYNTAX = Pattern.compile("([a-z0-9]{8})-([a-z][a-z0-9-]{0,31})-([1-8])-([0-9]{13})");

    /** The id that a text names, if it names one. */
    public static Optional<RecordingId> parse(String text) {
        var parts = SYNTAX.matcher(text);
        if (!parts.matches() || parts.group(2).endsWith("-")) {
            return Optional.empty();
        }
        var key = new TerminalKey(
                new SandboxId(parts.group(1)), new NodeName(parts.group(2)), Integer.parseInt(parts.group(3)));
        return Optional.of(new RecordingId(key, Instant.ofEpochMilli(Long.parseLong(parts.group(4)))));
    }

    /** Oldest first; of those that began together, by machine and terminal. */
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
