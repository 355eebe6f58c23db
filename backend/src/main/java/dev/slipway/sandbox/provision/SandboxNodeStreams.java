package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.NodeHandle;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.agent.AgentStreams;
import dev.slipway.sandbox.agent.Agents;
import dev.slipway.sandbox.attach.AttachedMachines;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import org.springframework.stereotype.Component;

/** Streams into the nodes of stored sandboxes. A node is a container of the host engine or an attached machine. */
@Component
final class SandboxNodeStreams implements NodeStreams {
    private final Sandboxes sandboxes;
    private final Agents agents;
    private final EngineNames names;
    private final AttachedMachines machines;
    private final AttachedStreams attached;

    SandboxNodeStreams(
            Sandboxes sandboxes,
            Agents agents,
            EngineNames names,
            AttachedMachines machines,
            AttachedStreams attached) {
        this.sandboxes = sandboxes;
        this.agents = agents;
        this.names = names;
        this.machines = machines;
        this.attached = attached;
    }

    @Override
    public NodeHandle node(SandboxId sandbox, NodeName node) {
        return new SandboxNodeHandle(sandboxes, sandbox, node, () -> connector(sandbox, node));
    }

    private NodeConnector connector(SandboxId id, NodeName node) {
        var sandbox = sandboxes.find(id).orElseThrow(() -> new UserFacingException(SandboxError.SANDBOX_NOT_FOUND));
        if (!sandbox.has(node)) {
            throw new UserFacingException(SandboxError.NODE_NOT_FOUND, node);
        }
        return sandbox.attachTarget(node)
                .<NodeConnector>map(target -> new AttachConnector(machines, attached, id, target))
                .orElseGet(() -> new AgentConnector(
                        new AgentStreams(agents, names.container(id, node), () -> sandboxes.active(id))));
    }
}
