package dev.slipway.sandbox.lifecycle;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineContainer;
import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Ending;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Provisioning;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.SandboxState.Requested;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.provision.EngineNames;
import dev.slipway.sandbox.provision.Provisioner;
import dev.slipway.shared.NodeName;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the database's intention and the engine's reality together: carries on what a stop of the platform
 * interrupted, starts nodes that stopped with their host, finishes freezes and thaws, and gives up sandboxes whose machines are gone.
 */
@Component
final class Reconciler {
    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final SandboxStore store;
    private final ContainerEngine engine;
    private final EngineNames names;
    private final Provisioner provisioner;
    private final Workshop workshop;
    private final Orders orders;
    private final Freezer freezer;

    Reconciler(
            SandboxStore store,
            ContainerEngine engine,
            EngineNames names,
            Provisioner provisioner,
            Workshop workshop,
            Orders orders,
            Freezer freezer) {
        this.store = store;
        this.engine = engine;
        this.names = names;
        this.provisioner = provisioner;
        this.workshop = workshop;
        this.orders = orders;
        this.freezer = freezer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        reconcile();
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void reconcile() {
        try {
            var containers = engine.nodes(names.ours()).stream()
                    .collect(Collectors.toMap(EngineContainer::name, Function.identity(), (a, b) -> a));
            store.in(Phase.PROVISIONING, Phase.READY, Phase.FROZEN, Phase.THAWING, Phase.ENDING).stream()
                    .filter(sandbox -> !workshop.isBusy(sandbox.id()))
                    .forEach(sandbox -> carryOn(sandbox, containers));
            orders.admit();
        } catch (EngineException e) {
            log.warn("engine not reachable, nothing reconciled cause={}", e.getMessage());
        }
    }

    private void carryOn(Sandbox sandbox, Map<String, EngineContainer> containers) {
        switch (sandbox.state()) {
            case Provisioning _ -> orders.make(sandbox.id());
            case Ending _ -> orders.finish(sandbox.id());
            case Ready _ ->
                sandbox.nodes().stream()
                        // Such a machine is not ours to start, and is found missing by whoever uses it.
                        .filter(node -> !sandbox.isAttached(node))
                        .forEach(node -> keepRunning(sandbox, node, containers));
            case Frozen _ -> keepFrozen(sandbox, containers);
            case Requested _, Ended _, Failed _ -> {}
        }
    }

    private void keepRunning(Sandbox sandbox, NodeName node, Map<String, EngineContainer> containers) {
        var container = containers.get(names.container(sandbox.id(), node));
        if (container == null) {
            giveUp(sandbox, node);
        } else if (container.status() == EngineContainer.Status.STOPPED) {
            log.info("starting stopped node sandbox={} node={}", sandbox.id(), node);
            workshop.start(
                    sandbox.id(),
                    () -> store.plan(sandbox.id())
                            .ifPresent(plan -> provisioner.restartNode(sandbox.id(), plan, node)));
        } else if (container.status() == EngineContainer.Status.PAUSED) {
            log.info("unpausing node of an awake sandbox sandbox={} node={}", sandbox.id(), node);
            freezer.repair(sandbox.id());
        }
    }

    /** Nodes that stopped are started when the sandbox thaws. */
    private void keepFrozen(Sandbox sandbox, Map<String, EngineContainer> containers) {
        var missing = sandbox.nodes().stream()
                .filter(node -> !containers.containsKey(names.container(sandbox.id(), node)))
                .findFirst();
        missing.ifPresent(node -> giveUp(sandbox, node));
        var running = sandbox.nodes().stream()
                .map(node -> containers.get(names.container(sandbox.id(), node)))
                .anyMatch(container -> container != null && container.status() == EngineContainer.Status.RUNNING);
        if (missing.isEmpty() && (running || store.isIn(sandbox.id(), Phase.THAWING))) {
            log.info("carrying on with a freeze or thaw sandbox={}", sandbox.id());
            freezer.repair(sandbox.id());
        }
    }

    private void giveUp(Sandbox sandbox, NodeName node) {
        log.warn("node is gone sandbox={} node={}", sandbox.id(), node);
        workshop.start(
                sandbox.id(),
                () -> store.change(
                        sandbox.id(),
                        row -> row.fail("The machine " + node + " was lost. Restart the lab to get new machines.")));
    }
}
