package dev.slipway.sandbox.provision;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.sandbox.ImageStore;
import dev.slipway.sandbox.attach.AttachedMachines;
import dev.slipway.sandbox.persistence.SandboxPlan;
import dev.slipway.shared.SandboxId;
import org.springframework.stereotype.Component;

/** Finds what a node of a sandbox's plan is made of. */
@Component
final class MachineFinder {
    private final ContainerEngine engine;
    private final EngineNames names;
    private final ImageStore images;
    private final AttachedMachines attached;

    MachineFinder(ContainerEngine engine, EngineNames names, ImageStore images, AttachedMachines attached) {
        this.engine = engine;
        this.names = names;
        this.images = images;
        this.attached = attached;
    }

    Machine of(SandboxId sandbox, SandboxPlan.Node node) {
        return node.attachTarget()
                .<Machine>map(target -> new AttachedMachine(attached, node.nodeName(), target))
                .orElseGet(() -> container(sandbox, node));
    }

    ContainerMachine container(SandboxId sandbox, SandboxPlan.Node node) {
        return new ContainerMachine(engine, names, images, sandbox, node);
    }
}
