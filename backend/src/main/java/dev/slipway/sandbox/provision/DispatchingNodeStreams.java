package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Opens streams into any node, whether a container of the host engine or an attached machine. */
@Component
@Primary
final class DispatchingNodeStreams implements NodeStreams {
    private final Sandboxes sandboxes;
    private final EngineNodeStreams containers;
    private final AttachedNodeStreams attached;

    DispatchingNodeStreams(Sandboxes sandboxes, EngineNodeStreams containers, AttachedNodeStreams attached) {
        this.sandboxes = sandboxes;
        this.containers = containers;
        this.attached = attached;
    }

    @Override
    public NodeStream open(SandboxId sandbox, NodeName node, StreamRequest request) {
        return to(sandbox, node).open(sandbox, node, request);
    }

    @Override
    public CommandResult run(
            SandboxId sandbox, NodeName node, StreamRequest.Command command, Duration timeout, int outputLimit) {
        return to(sandbox, node).run(sandbox, node, command, timeout, outputLimit);
    }

    @Override
    public boolean isBeingRecreated(SandboxId sandbox, NodeName node) {
        return sandboxes.isBeingRecreated(sandbox, node);
    }

    @Override
    public Set<Integer> shells(SandboxId sandbox, NodeName node) {
        return to(sandbox, node).shells(sandbox, node);
    }

    @Override
    public void endShell(SandboxId sandbox, NodeName node, int number) {
        to(sandbox, node).endShell(sandbox, node, number);
    }

    private NodeStreams to(SandboxId sandbox, NodeName node) {
        var isAttached =
                sandboxes.find(sandbox).filter(found -> found.isAttached(node)).isPresent();
        return isAttached ? attached : containers;
    }
}
