package dev.slipway.sandbox.lifecycle;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.provision.EngineNames;
import dev.slipway.sandbox.provision.Provisioner;
import dev.slipway.sandbox.provision.ProvisioningException;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Recreates nodes that have stopped, and marks nodes that are gone as broken. All of this runs as work of the
 * {@link SandboxWorkers} and first reads the current state. {@code recreated} is a concurrent set of the nodes that are being
 * recreated now.
 */
@Component
final class NodeRepair {
    private static final Logger log = LoggerFactory.getLogger(NodeRepair.class);

    private final SandboxStore store;
    private final SandboxWorkers workshop;
    private final ContainerEngine engine;
    private final EngineNames names;
    private final Provisioner provisioner;
    private final Maker maker;
    private final Set<Recreated> recreated = ConcurrentHashMap.newKeySet();

    private record Recreated(SandboxId sandbox, NodeName node) {}

    NodeRepair(
            SandboxStore store,
            SandboxWorkers workshop,
            ContainerEngine engine,
            EngineNames names,
            Provisioner provisioner,
            Maker maker) {
        this.store = store;
        this.workshop = workshop;
        this.engine = engine;
        this.names = names;
        this.provisioner = provisioner;
        this.maker = maker;
    }

    /** Examines a node that was seen stopped or missing a moment ago. */
    void look(SandboxId id, NodeName node) {
        workshop.start(
                id,
                () -> store.find(id)
                        .filter(sandbox -> sandbox.state().isUsable())
                        .filter(_ -> !store.isInReset(id, node))
                        .ifPresent(sandbox -> lookNow(sandbox, node)));
    }

    private void lookNow(Sandbox sandbox, NodeName node) {
        var containers = engine.nodes(names.of(sandbox.id()));
        var status = containers.stream()
                .filter(container -> container.name().equals(names.container(sandbox.id(), node)))
                .map(EngineContainer::status)
                .findFirst();
        if (status.isEmpty()) {
            lost(sandbox, node, containers.isEmpty());
        } else if (sandbox.state().isLive() && isDown(status)) {
            recreate(sandbox.id(), node);
        }
    }

    private static boolean isDown(Optional<Status> status) {
        return status.filter(found -> found == Status.STOPPED || found == Status.CREATED)
                .isPresent();
    }

    /**
     * Recreates a node that has stopped, or marks it as broken. Must run as work on its sandbox.
     *
     * @throws EngineException if the engine cannot be reached
     */
    void recreate(SandboxId id, NodeName node) {
        log.info("recreating stopped node sandbox={} node={}", id, node);
        recreated.add(new Recreated(id, node));
        try {
            store.plan(id).ifPresent(plan -> workshop.onEngine(id, () -> provisioner.recreateNode(id, plan, node)));
        } catch (EngineException | ProvisioningException e) {
            if (e instanceof EngineException failure && failure.reason() == Reason.UNREACHABLE) {
                throw e;
            }
            log.warn("stopped node not recreated sandbox={} node={}", id, node, e);
            store.change(id, row -> row.breakNode(node, "The machine stopped and could not be started again."));
        } finally {
            recreated.remove(new Recreated(id, node));
        }
    }

    /**
     * Returns whether a node is being recreated, here or by a reset. A shell that starts in a node before it has booted
     * would be lost.
     */
    boolean isRecreating(SandboxId id, NodeName node) {
        return recreated.contains(new Recreated(id, node)) || store.isInReset(id, node);
    }

    private void lost(Sandbox sandbox, NodeName node, boolean all) {
        log.warn("node is gone sandbox={} node={}", sandbox.id(), node);
        if (all) {
            maker.giveUp(sandbox.id(), "The machine " + node + " was lost. Restart the lab to get new machines.");
        } else {
            store.change(sandbox.id(), row -> row.breakNode(node, "The machine was lost."));
        }
    }
}
