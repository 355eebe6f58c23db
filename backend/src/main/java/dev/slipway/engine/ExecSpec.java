package dev.slipway.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A process to start in a node, as root.
 *
 * @param terminal its size if the process gets a terminal; without one, output and error are separate
 */
public record ExecSpec(
        List<String> command, Map<String, String> environment, String directory, Optional<TerminalSize> terminal) {
    public ExecSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A command without a terminal, in {@code /}. */
    public static ExecSpec command(String... command) {
        return new ExecSpec(List.of(command), Map.of(), "/", Optional.empty());
    }
}
