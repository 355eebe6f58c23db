package dev.slipway.sandbox.attach;

import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.StreamRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds the command of an attach target for a stream request. The platform runs these words directly, without a shell
 * that could interpret them.
 */
final class AttachCommands {
    private AttachCommands() {}

    static List<String> words(AttachTarget target, StreamRequest request) {
        return switch (request) {
            case StreamRequest.Shell _ -> target.shell();
            case StreamRequest.Command(var command) -> command(target, command);
            case StreamRequest.NodeEngine() -> given(target.engine(), "engine");
            case StreamRequest.Port(var number, var _) -> dial(target, number);
            case StreamRequest.Probe(var number) -> dial(target, number);
        };
    }

    private static List<String> command(AttachTarget target, List<String> command) {
        var appended = switch (target.words()) {
            case JOINED -> List.of(quoted(command));
            case SEPARATE -> command;
        };
        return Stream.concat(target.command().stream(), appended.stream()).toList();
    }

    private static List<String> dial(AttachTarget target, int port) {
        return given(target.port(), "port").stream()
                .map(word -> word.replace(AttachTarget.PORT, Integer.toString(port)))
                .toList();
    }

    private static List<String> given(List<String> words, String setting) {
        if (words.isEmpty()) {
            throw new NodeException(
                    Reason.REFUSED,
                    "The administrator has not set up this kind of access to the machine: its attach target has no `"
                            + setting + "`.");
        }
        return words;
    }

    /** Quotes words for a POSIX shell. Within single quotes, only the single quote itself has a special meaning. */
    static String quoted(List<String> words) {
        return words.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
