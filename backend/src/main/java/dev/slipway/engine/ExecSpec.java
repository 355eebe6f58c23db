package dev.slipway.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process that is to be started in a node. It runs as root.
 *
 * @param terminal size of the terminal on which the process runs; if empty, the process has no terminal, and its
 *     standard output and error are separate
 */
public record ExecSpec(
        List<String> command, Map<String, String> environment, String directory, Optional<PtySize> terminal) {
    public ExecSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Returns a command without a terminal that runs in {@code /}. */
    public static ExecSpec command(String... command) {
        return new ExecSpec(List.of(command), Map.of(), "/", Optional.empty());
    }
}
