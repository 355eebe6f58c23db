package dev.slipway.sandbox.provision;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.sandbox.ImageStore;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.agent.Agents;
import dev.slipway.sandbox.attach.AttachedMachines;
import dev.slipway.sandbox.persistence.SandboxPlan;
import dev.slipway.shared.SandboxId;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Finds the machine that belongs to a node of a sandbox's plan. */
@Component
final class MachineFinder {
    private final ContainerEngine engine;
    private final Agents agents;
    private final EngineNames names;
    private final ImageStore images;
    private final AttachedMachines attached;
    private final SandboxProperties properties;

    MachineFinder(
            ContainerEngine engine,
            Agents agents,
            EngineNames names,
            ImageStore images,
            AttachedMachines attached,
            SandboxProperties properties) {
        this.engine = engine;
        this.agents = agents;
        this.names = names;
        this.images = images;
        this.attached = attached;
        this.properties = properties;
    }

    Machine of(SandboxId sandbox, SandboxPlan plan, SandboxPlan.Node node) {
        return node.attachTarget()
                .<Machine>map(target -> new AttachedMachine(attached, node.nodeName(), target))
                .orElseGet(() -> container(sandbox, plan, node));
    }

    ContainerMachine container(SandboxId sandbox, SandboxPlan plan, SandboxPlan.Node node) {
        return new ContainerMachine(engine, agents, names, images, sandbox, node, diskShare(plan));
    }

    /**
     * Returns the size of one of the equal parts of the sandbox's disk, so that all nodes together never write more
     * than the disk's size.
     */
    private DataSize diskShare(SandboxPlan plan) {
        return DataSize.ofBytes(properties.disk().toBytes() / plan.nodes().size());
    }
}
