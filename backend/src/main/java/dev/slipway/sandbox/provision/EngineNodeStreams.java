package dev.slipway.sandbox.provision;

import dev.slipway.engine.CommandResult;
import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.TerminalSize;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Streams into nodes that are containers of the host engine: a process is started in the node and connected to. */
@Component
final class EngineNodeStreams implements NodeStreams {
    private static final String SOCAT = "/usr/bin/socat";
    private static final Map<String, String> SHELL_ENVIRONMENT =
            Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor", "HOME", "/root", "LANG", "C.UTF-8");

    private final ContainerEngine engine;
    private final EngineNames names;
    private final Sandboxes sandboxes;

    EngineNodeStreams(ContainerEngine engine, EngineNames names, Sandboxes sandboxes) {
        this.engine = engine;
        this.names = names;
        this.sandboxes = sandboxes;
    }

    @Override
    public EngineStream open(SandboxId sandbox, NodeName node, StreamRequest request) {
        return switch (request) {
            case StreamRequest.Shell shell -> {
                sandboxes.awaken(sandbox);
                var stream = engine.open(container(sandbox, node), process(shell));
                yield new WakingStream(stream, () -> sandboxes.active(sandbox));
            }
            case StreamRequest.Port port -> {
                sandboxes.awaken(sandbox);
                yield engine.open(container(sandbox, node), process(port));
            }
            case StreamRequest.Command _, StreamRequest.NodeEngine _, StreamRequest.Probe _ ->
                engine.open(container(sandbox, node), process(request));
        };
    }

    @Override
    public CommandResult run(
            SandboxId sandbox, NodeName node, StreamRequest.Command command, Duration timeout, int outputLimit) {
        return engine.run(container(sandbox, node), process(command), timeout, outputLimit);
    }

    private static ExecSpec process(StreamRequest request) {
        return switch (request) {
            case StreamRequest.Shell(TerminalSize size) ->
                new ExecSpec(List.of("/bin/bash", "-l"), SHELL_ENVIRONMENT, "/root", Optional.of(size));
            case StreamRequest.Command(List<String> command) ->
                new ExecSpec(command, Map.of(), "/root", Optional.empty());
            case StreamRequest.NodeEngine() -> ExecSpec.command(SOCAT, "-", "UNIX-CONNECT:/var/run/docker.sock");
            case StreamRequest.Port(int number) -> dial(number);
            case StreamRequest.Probe(int number) -> dial(number);
        };
    }

    private static ExecSpec dial(int port) {
        return ExecSpec.command(SOCAT, "-", "TCP4:127.0.0.1:" + port);
    }

    private String container(SandboxId id, NodeName node) {
        var sandbox = sandboxes.find(id).orElseThrow(() -> new UserFacingException(SandboxError.SANDBOX_NOT_FOUND));
        if (!sandbox.state().isLive()) {
            throw new UserFacingException(SandboxError.SANDBOX_NOT_READY);
        }
        if (!sandbox.nodes().contains(node)) {
            throw new UserFacingException(SandboxError.NODE_NOT_FOUND, node);
        }
        return names.container(id, node);
    }
}
