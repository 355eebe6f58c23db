package dev.slipway.sandbox.lifecycle;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxNode;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Ending;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Provisioning;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.SandboxState.Requested;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.provision.EngineNames;
import dev.slipway.shared.NodeName;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the engine match the intentions in the database: resumes work that a stop of the platform interrupted,
 * recreates nodes that stopped with their host, completes freezes and thaws, and marks sandboxes as failed whose
 * machines are gone. The list of containers may be outdated because other threads keep working, so it only selects what
 * to examine: each finding is checked again as work of the {@link SandboxWorkers} before anything is done.
 */
@Component
final class Reconciler {
    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final SandboxStore store;
    private final ContainerEngine engine;
    private final EngineNames names;
    private final SandboxWorkers workshop;
    private final SandboxDispatcher orders;
    private final Freezer freezer;
    private final NodeRepair repair;

    Reconciler(
            SandboxStore store,
            ContainerEngine engine,
            EngineNames names,
            SandboxWorkers workshop,
            SandboxDispatcher orders,
            Freezer freezer,
            NodeRepair repair) {
        this.store = store;
        this.engine = engine;
        this.names = names;
        this.workshop = workshop;
        this.orders = orders;
        this.freezer = freezer;
        this.repair = repair;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        reconcile();
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void reconcile() {
        try {
            // Reads the database first: a node that is created after the list would look lost if its sandbox were read
            // later.
            var sandboxes = store.in(Phase.PROVISIONING, Phase.READY, Phase.FROZEN, Phase.THAWING, Phase.ENDING);
            var containers = engine.nodes(names.ours()).stream()
                    .collect(Collectors.toMap(EngineContainer::name, EngineContainer::status, (a, b) -> a));
            sandboxes.stream()
                    .filter(sandbox -> !workshop.isBusy(sandbox.id()))
                    .forEach(sandbox -> carryOnSafely(sandbox, containers));
        } catch (EngineException e) {
            log.warn("engine not reachable, nothing reconciled cause={}", e.getMessage());
        }
        orders.admit();
    }

    private void carryOnSafely(Sandbox sandbox, Map<String, Status> containers) {
        try {
            carryOn(sandbox, containers);
        } catch (RuntimeException e) {
            log.error("sandbox not reconciled sandbox={}", sandbox.id(), e);
        }
    }

    private void carryOn(Sandbox sandbox, Map<String, Status> containers) {
        switch (sandbox.state()) {
            case Provisioning _ -> orders.make(sandbox.id());
            case Ending _ -> orders.finish(sandbox.id());
            case Ready _ -> keepRunning(sandbox, containers);
            case Frozen _ -> keepFrozen(sandbox, containers);
            case Requested _, Ended _, Failed _ -> {}
        }
    }

    private void keepRunning(Sandbox sandbox, Map<String, Status> containers) {
        var inReset = store.nodesInReset(sandbox.id());
        inReset.forEach(node -> orders.carryOnReplacing(sandbox.id(), node));
        made(sandbox).filter(node -> !inReset.contains(node)).forEach(node -> {
            var status = containers.get(names.container(sandbox.id(), node));
            if (status == Status.PAUSED) {
                log.info("unpausing node of an awake sandbox sandbox={} node={}", sandbox.id(), node);
                freezer.repair(sandbox.id());
            } else if (status != Status.RUNNING) {
                repair.look(sandbox.id(), node);
            }
        });
    }

    /** Nodes that have stopped are recreated when the sandbox thaws. */
    private void keepFrozen(Sandbox sandbox, Map<String, Status> containers) {
        var missing = made(sandbox)
                .filter(node -> !containers.containsKey(names.container(sandbox.id(), node)))
                .toList();
        missing.forEach(node -> repair.look(sandbox.id(), node));
        var running = made(sandbox)
                .map(node -> containers.get(names.container(sandbox.id(), node)))
                .anyMatch(status -> status == Status.RUNNING);
        if (missing.isEmpty() && (running || store.isIn(sandbox.id(), Phase.THAWING))) {
            log.info("resuming a freeze or thaw sandbox={}", sandbox.id());
            freezer.repair(sandbox.id());
        }
    }

    /**
     * Returns the nodes to supervise. Broken nodes wait for their reset, and the platform does not start attached
     * machines.
     */
    private static Stream<NodeName> made(Sandbox sandbox) {
        return sandbox.nodes().stream()
                .filter(node -> node.attachTarget().isEmpty() && node.defect().isEmpty())
                .map(SandboxNode::name);
    }
}
