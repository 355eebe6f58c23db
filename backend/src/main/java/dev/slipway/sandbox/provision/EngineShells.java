package dev.slipway.sandbox.provision;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.TerminalSize;
import dev.slipway.sandbox.HeldShell;
import dev.slipway.sandbox.StreamRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The shells of nodes that are containers: each under a holder in its node, to which the platform only attaches. */
@Component
final class EngineShells {
    private static final String HOLDER = "/usr/local/bin/slipway-shell";
    private static final List<String> SHELL = List.of("/bin/bash", "-l");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor", "HOME", "/root", "LANG", "C.UTF-8");
    private static final TerminalSize USUAL_SIZE = new TerminalSize(80, 24);

    /** A shell that is just ending refuses whoever comes too late to see it. */
    private static final int ATTEMPTS = 3;

    /** What an engine says of a program that is not there. */
    private static final Set<Integer> NO_SUCH_PROGRAM = Set.of(126, 127);

    /** Ending takes up to a second in the node, if something in the shell does not want to. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int OUTPUT_LIMIT = 4096;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final ContainerEngine engine;

    EngineShells(ContainerEngine engine) {
        this.engine = engine;
    }

    /** @param typed told whenever something is typed; another size or output that is read is nobody's work */
    EngineStream open(String container, StreamRequest.Shell request, Runnable typed) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var stream = engine.open(container, attaching(request));
            var held = held(stream, typed);
            if (held.isPresent()) {
                return held.get();
            }
            if (endsWithoutHolder(stream)) {
                return new WakingStream(engine.open(container, withoutHolder(request)), typed);
            }
        }
        throw new EngineException(Reason.UNREACHABLE, "the holder in " + container + " gives no shell");
    }

    private static Optional<HeldShell> held(EngineStream stream, Runnable typed) {
        try {
            return HolderStream.over(stream, typed);
        } catch (RuntimeException e) {
            // A preface that makes no sense, from a holder that the learner has replaced.
            stream.close();
            throw e;
        }
    }

    private static boolean endsWithoutHolder(EngineStream stream) {
        try (stream) {
            return NO_SUCH_PROGRAM.contains(stream.exitStatus(TIMEOUT));
        }
    }

    Set<Integer> running(String container) {
        var result = engine.run(container, ExecSpec.command(HOLDER, "list"), TIMEOUT, OUTPUT_LIMIT);
        if (!result.succeeded()) {
            return Set.of();
        }
        // A learner may have replaced the holder, so that what it prints may be anything.
        return result.output()
                .lines()
                .filter(line -> NUMBER.matcher(line).matches())
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    void end(String container, int number) {
        engine.run(container, ExecSpec.command(HOLDER, "end", Integer.toString(number)), TIMEOUT, OUTPUT_LIMIT);
    }

    private static ExecSpec attaching(StreamRequest.Shell request) {
        var command = new ArrayList<>(List.of(HOLDER, "attach", Integer.toString(request.number())));
        command.add(request.size().map(TerminalSize::columns).orElse(0).toString());
        command.add(request.size().map(TerminalSize::rows).orElse(0).toString());
        command.addAll(SHELL);
        return new ExecSpec(command, ENVIRONMENT, "/root", Optional.empty());
    }

    /** For nodes made before there was a holder: a shell that ends with its stream, or is left behind by it. */
    private static ExecSpec withoutHolder(StreamRequest.Shell request) {
        return new ExecSpec(
                SHELL, ENVIRONMENT, "/root", Optional.of(request.size().orElse(USUAL_SIZE)));
    }
}
