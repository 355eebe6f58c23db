package dev.slipway.sandbox.provision;

import dev.slipway.engine.CommandResult;
import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.ExecSpec;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Opens streams into nodes that are containers of the host engine: it starts a process in the node and connects to its
 * input and output.
 */
@Component
final class EngineNodeStreams implements NodeStreams {
    private static final String SOCAT = "/usr/bin/socat";
    private static final String LOOPBACK = "TCP4:127.0.0.1:";

    private final ContainerEngine engine;
    private final EngineShells shells;
    private final EngineNames names;
    private final Sandboxes sandboxes;

    EngineNodeStreams(ContainerEngine engine, EngineShells shells, EngineNames names, Sandboxes sandboxes) {
        this.engine = engine;
        this.shells = shells;
        this.names = names;
        this.sandboxes = sandboxes;
    }

    @Override
    public EngineStream open(SandboxId sandbox, NodeName node, StreamRequest request) {
        return switch (request) {
            case StreamRequest.Shell shell -> {
                prepare(sandbox, node);
                yield shells.open(container(sandbox, node), shell, () -> sandboxes.active(sandbox));
            }
            case StreamRequest.Port(int number, boolean overIpv6) -> {
                prepare(sandbox, node);
                yield engine.open(container(sandbox, node), dial(overIpv6 ? "TCP6:[::1]:" : LOOPBACK, number));
            }
            case StreamRequest.Probe(int number) -> engine.open(container(sandbox, node), dial(LOOPBACK, number));
            case StreamRequest.Command command -> engine.open(container(sandbox, node), process(command));
            case StreamRequest.NodeEngine() ->
                engine.open(
                        container(sandbox, node), ExecSpec.command(SOCAT, "-", "UNIX-CONNECT:/var/run/docker.sock"));
        };
    }

    /**
     * Thaws the sandbox, and refuses nodes that are being recreated: a node that boots switches to its own root file
     * system, and a process that was started earlier would stay in the old one.
     */
    private void prepare(SandboxId sandbox, NodeName node) {
        sandboxes.awaken(sandbox);
        if (sandboxes.isBeingRecreated(sandbox, node)) {
            throw new UserFacingException(SandboxError.NODE_BEING_RECREATED, node);
        }
    }

    @Override
    public CommandResult run(
            SandboxId sandbox, NodeName node, StreamRequest.Command command, Duration timeout, int outputLimit) {
        return engine.run(container(sandbox, node), process(command), timeout, outputLimit);
    }

    @Override
    public Set<Integer> shells(SandboxId sandbox, NodeName node) {
        return shells.running(container(sandbox, node));
    }

    @Override
    public void endShell(SandboxId sandbox, NodeName node, int number) {
        shells.end(container(sandbox, node), number);
    }

    private static ExecSpec process(StreamRequest.Command command) {
        return new ExecSpec(command.command(), Map.of(), "/root", Optional.empty());
    }

    private static ExecSpec dial(String loopback, int port) {
        return ExecSpec.command(SOCAT, "-", loopback + port);
    }

    private String container(SandboxId id, NodeName node) {
        var sandbox = sandboxes.find(id).orElseThrow(() -> new UserFacingException(SandboxError.SANDBOX_NOT_FOUND));
        if (!sandbox.state().isLive()) {
            throw new UserFacingException(SandboxError.SANDBOX_NOT_READY);
        }
        if (!sandbox.has(node)) {
            throw new UserFacingException(SandboxError.NODE_NOT_FOUND, node);
        }
        return names.container(id, node);
    }
}
