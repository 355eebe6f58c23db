package dev.slipway.shared;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A machine that commands of the platform reach. Each command is a program with its arguments, run without a shell.
 *
 * @param shell opens a login shell; is given a terminal
 * @param command runs a command on the machine, whose words are appended as {@code words} says
 * @param engine connects its input and output to the machine's Docker Engine; empty if it has none to be looked into
 * @param port connects to a TCP port of the machine, whose number replaces {@code {port}}; empty if none is reached
 * @param reset puts the machine back into its first state; empty if nothing does
 * @param probe what must succeed on the machine before it counts as ready
 * @param words how the words of a command reach the machine
 * @param lostStatus with what the commands end when the machine cannot be reached or is lost; 255 is that of ssh
 * @param environment what the commands find in their environment beside path, home and language
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
    /** Stands for the number in {@link #port}. */
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
            throw new IllegalArgumentException("an attach target's port command has " + PORT + " in it: " + port);
        }
    }

    /** How a command's words are handed over. */
    public enum Words {
        /** As one argument, quoted for the POSIX shell that reads it on the machine, as ssh has it. */
        JOINED,
        /** As arguments of their own, as {@code docker exec} and {@code kubectl exec} have it. */
        SEPARATE
    }
}
