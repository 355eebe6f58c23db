package dev.slipway.sandbox.upkeep;

import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Ending;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Provisioning;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.SandboxState.Requested;
import dev.slipway.sandbox.lifecycle.Ender;
import dev.slipway.sandbox.lifecycle.Maker;
import dev.slipway.sandbox.lifecycle.SandboxWorkers;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.persistence.SandboxStore;
import dev.slipway.sandbox.request.Admission;
import dev.slipway.sandbox.upkeep.NodeContainers.Listing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes the engine match the intentions in the database: resumes work that a stop of the platform interrupted, lets
 * {@link NodeRepair} repair the nodes of usable sandboxes, and admits waiting sandboxes.
 */
@Component
final class Reconciler {
    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private final SandboxStore store;
    private final SandboxWorkers workers;
    private final NodeContainers containers;
    private final Maker maker;
    private final Ender ender;
    private final NodeRepair repair;
    private final Admission admission;

    Reconciler(
            SandboxStore store,
            SandboxWorkers workers,
            NodeContainers containers,
            Maker maker,
            Ender ender,
            NodeRepair repair,
            Admission admission) {
        this.store = store;
        this.workers = workers;
        this.containers = containers;
        this.maker = maker;
        this.ender = ender;
        this.repair = repair;
        this.admission = admission;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        reconcile();
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void reconcile() {
        try {
            // The database must be read before the containers are listed. In the other order, a node that is created in
            // between would look lost.
            var sandboxes = store.in(Phase.PROVISIONING, Phase.READY, Phase.FROZEN, Phase.THAWING, Phase.ENDING);
            var listing = containers.ofAll();
            sandboxes.stream()
                    .filter(sandbox -> !workers.isBusy(sandbox.id()))
                    .forEach(sandbox -> carryOnSafely(sandbox, listing));
        } catch (EngineException e) {
            log.warn("engine not reachable, nothing reconciled cause={}", e.getMessage());
        }
        admission.admit();
    }

    private void carryOnSafely(Sandbox sandbox, Listing listing) {
        try {
            carryOn(sandbox, listing);
        } catch (RuntimeException e) {
            log.error("sandbox not reconciled sandbox={}", sandbox.id(), e);
        }
    }

    private void carryOn(Sandbox sandbox, Listing listing) {
        switch (sandbox.state()) {
            case Provisioning _ -> maker.make(sandbox.id());
            case Ending _ -> ender.finish(sandbox.id());
            case Ready _ -> repair.keepRunning(sandbox, listing);
            case Frozen _ -> repair.keepFrozen(sandbox, listing);
            case Requested _, Ended _, Failed _ -> {}
        }
    }
}
