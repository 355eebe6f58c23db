package dev.slipway.sandbox.provision;

import dev.slipway.engine.ExecSpec;
import dev.slipway.sandbox.HeldShell;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Shells of nodes that are containers. Each shell runs under a holder process in its node, and the platform only
 * attaches to it.
 */
@Component
final class EngineShells {
    private static final String HOLDER = "/usr/local/bin/slipway-shell";
    private static final List<String> SHELL = List.of("/bin/bash", "-l");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor", "HOME", "/root", "LANG", "C.UTF-8");
    private static final TerminalSize USUAL_SIZE = new TerminalSize(80, 24);

    /** Number of attempts to attach to a shell: the holder of a shell that is just ending refuses a new stream. */
    private static final int ATTEMPTS = 3;

    /** Exit statuses that the engine returns for a program that does not exist or cannot be executed. */
    private static final Set<Integer> NO_SUCH_PROGRAM = Set.of(126, 127);

    /**
     * Timeout of a command of the holder. Ending a shell takes up to a second if one of its processes ignores the
     * signal.
     */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int OUTPUT_LIMIT = 4096;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final ContainerProcesses processes;

    EngineShells(ContainerProcesses processes) {
        this.processes = processes;
    }

    /**
     * @param typed callback that is called before each input is written; resizing and reading do not count as activity
     */
    NodeStream open(String container, StreamRequest.Shell request, Runnable typed) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stream = processes.open(container, attaching(request));
            var held = held(stream, typed);
            if (held.isPresent()) {
                return held.get();
            }
            if (endsWithoutHolder(stream)) {
                return new WakingStream(processes.open(container, withoutHolder(request)), typed);
            }
        }
        throw new NodeException(Reason.UNREACHABLE, "the holder in " + container + " does not provide a shell");
    }

    private static Optional<HeldShell> held(NodeStream stream, Runnable typed) {
        try {
            return HolderStream.over(stream, typed);
        } catch (RuntimeException e) {
            // The preface is invalid: the learner has replaced the holder.
            stream.close();
            throw e;
        }
    }

    private static boolean endsWithoutHolder(NodeStream stream) {
        try (stream) {
            return NO_SUCH_PROGRAM.contains(stream.exitStatus(TIMEOUT));
        }
    }

    Set<Integer> running(String container) {
        var result = processes.run(container, ExecSpec.command(HOLDER, "list"), TIMEOUT, OUTPUT_LIMIT);
        if (!result.succeeded()) {
            return Set.of();
        }
        // The learner may have replaced the holder, so its output may be anything.
        return result.output()
                .lines()
                .filter(line -> NUMBER.matcher(line).matches())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    void end(String container, int number) {
        processes.run(container, ExecSpec.command(HOLDER, "end", Integer.toString(number)), TIMEOUT, OUTPUT_LIMIT);
    }

    private static ExecSpec attaching(StreamRequest.Shell request) {
        var command = new ArrayList<>(List.of(HOLDER, "attach", Integer.toString(request.number())));
        command.add(request.size().map(TerminalSize::columns).orElse(0).toString());
        command.add(request.size().map(TerminalSize::rows).orElse(0).toString());
        command.addAll(SHELL);
        return new ExecSpec(command, ENVIRONMENT, "/root", Optional.empty());
    }

    /**
     * Returns the process of a shell for a node that was created by an earlier version of the platform and has no
     * holder. When the stream of such a shell closes, the shell ends or continues to run without a stream.
     */
    private static ExecSpec withoutHolder(StreamRequest.Shell request) {
        return new ExecSpec(
                SHELL,
                ENVIRONMENT,
                "/root",
                Optional.of(ContainerStream.ptySize(request.size().orElse(USUAL_SIZE))));
    }
}
