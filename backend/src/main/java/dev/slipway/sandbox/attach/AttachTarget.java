package dev.slipway.sandbox.attach;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A machine that the platform reaches by running commands. Each command is a program with its arguments, run without a
 * shell.
 *
 * @param shell command that opens a login shell; it runs in a terminal
 * @param command command that runs another command on the machine; the platform appends the words of the other command
 *     in the way that {@code words} defines
 * @param engine command that connects its input and output to the machine's Docker Engine; empty if the platform cannot
 *     observe the machine's engine
 * @param port command that connects to a TCP port of the machine, whose number replaces {@code {port}}; empty if the
 *     platform cannot reach ports of the machine
 * @param reset command that restores the machine's first state; empty if the machine cannot be reset
 * @param probe command that must succeed on the machine before the machine counts as ready
 * @param words how the words of a command reach the machine
 * @param lostStatus exit status of the commands when the machine cannot be reached or the connection to it is lost; ssh
 *     uses 255
 * @param environment environment variables of the commands, in addition to those for the path, home directory, user,
 *     language and terminal
 * @param shared whether several attempts may use the machine at once
 */
public record AttachTarget(
        @NotEmpty @DefaultValue List<String> shell,
        @NotEmpty @DefaultValue List<String> command,
        @DefaultValue List<String> engine,
        @DefaultValue List<String> port,
        @DefaultValue List<String> reset,
        @NotEmpty @DefaultValue("true") List<String> probe,
        @DefaultValue("JOINED") Words words,
        @DefaultValue("255") int lostStatus,
        @DefaultValue Map<String, String> environment,
        boolean shared) {
    /** The placeholder for the number of the port in {@link #port}. */
    public static final String PORT = "{port}";

    public AttachTarget {
        shell = List.copyOf(shell);
        command = List.copyOf(command);
        engine = List.copyOf(engine);
        port = List.copyOf(port);
        reset = List.copyOf(reset);
        probe = List.copyOf(probe);
        environment = Map.copyOf(environment);
        if (!port.isEmpty() && port.stream().noneMatch(word -> word.contains(PORT))) {
            throw new IllegalArgumentException("an attach target's port command must contain " + PORT + ": " + port);
        }
    }

    /** The way in which the words of a command are passed to the machine. */
    public enum Words {
        /** All words are one argument, quoted for the POSIX shell that reads it on the machine. ssh requires this. */
        JOINED,
        /** Each word is an argument of its own. {@code docker exec} and {@code kubectl exec} require this. */
        SEPARATE
    }
}
