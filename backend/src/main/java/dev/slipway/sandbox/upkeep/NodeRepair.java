package dev.slipway.sandbox.upkeep;

import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxNode;
import dev.slipway.sandbox.lifecycle.Freezer;
import dev.slipway.sandbox.lifecycle.Maker;
import dev.slipway.sandbox.lifecycle.NodeRecreator;
import dev.slipway.sandbox.lifecycle.SandboxWorkers;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.sandbox.persistence.SandboxStore;
import dev.slipway.sandbox.upkeep.NodeContainers.Listing;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the nodes of usable sandboxes match the stored state: resumes resets, freezes and thaws, recreates nodes that
 * have stopped, and marks nodes that are gone as broken. A listing of the containers may be outdated because other
 * threads keep working, so it only selects the nodes to examine: work of the {@link SandboxWorkers} examines each node
 * again before it repairs the node.
 */
@Component
final class NodeRepair {
    private static final Logger log = LoggerFactory.getLogger(NodeRepair.class);

    private final SandboxStore store;
    private final SandboxWorkers workers;
    private final NodeContainers containers;
    private final Maker maker;
    private final NodeRecreator recreator;
    private final Freezer freezer;

    NodeRepair(
            SandboxStore store,
            SandboxWorkers workers,
            NodeContainers containers,
            Maker maker,
            NodeRecreator recreator,
            Freezer freezer) {
        this.store = store;
        this.workers = workers;
        this.containers = containers;
        this.maker = maker;
        this.recreator = recreator;
        this.freezer = freezer;
    }

    /** Starts the repair of those nodes of a ready sandbox that do not run, and resumes interrupted resets. */
    void keepRunning(Sandbox sandbox, Listing listing) {
        var inReset = store.nodesInReset(sandbox.id());
        inReset.forEach(node -> maker.resumeReset(sandbox.id(), node));
        supervised(sandbox).filter(node -> !inReset.contains(node)).forEach(node -> {
            var status = listing.status(sandbox.id(), node);
            if (status.filter(Status.PAUSED::equals).isPresent()) {
                log.info("unpausing node of an awake sandbox sandbox={} node={}", sandbox.id(), node);
                freezer.repair(sandbox.id());
            } else if (status.filter(Status.RUNNING::equals).isEmpty()) {
                examine(sandbox.id(), node);
            }
        });
    }

    /**
     * Starts the repair of those nodes of a frozen sandbox that are gone, or that run although they should be paused.
     * Nodes that have stopped are recreated when the sandbox thaws.
     */
    void keepFrozen(Sandbox sandbox, Listing listing) {
        var missing = supervised(sandbox)
                .filter(node -> listing.status(sandbox.id(), node).isEmpty())
                .toList();
        missing.forEach(node -> examine(sandbox.id(), node));
        var running = supervised(sandbox)
                .flatMap(node -> listing.status(sandbox.id(), node).stream())
                .anyMatch(Status.RUNNING::equals);
        if (missing.isEmpty() && (running || store.isIn(sandbox.id(), Phase.THAWING))) {
            log.info("resuming a freeze or thaw sandbox={}", sandbox.id());
            freezer.repair(sandbox.id());
        }
    }

    /**
     * Returns the nodes that this class repairs. Broken nodes are left out because they need a reset, and attached
     * machines because the platform does not start them.
     */
    private static Stream<NodeName> supervised(Sandbox sandbox) {
        return sandbox.nodes().stream()
                .filter(node -> node.attachTarget().isEmpty() && node.defect().isEmpty())
                .map(SandboxNode::name);
    }

    /** Examines a node that was stopped or missing in the listing. */
    private void examine(SandboxId id, NodeName node) {
        workers.start(
                id,
                () -> store.find(id)
                        .filter(sandbox -> sandbox.state().isUsable())
                        .filter(_ -> !store.isInReset(id, node))
                        .ifPresent(sandbox -> examineNow(sandbox, node)));
    }

    private void examineNow(Sandbox sandbox, NodeName node) {
        var listing = containers.of(sandbox.id());
        var status = listing.status(sandbox.id(), node);
        if (status.isEmpty()) {
            lost(sandbox, node, listing.isEmpty());
        } else if (sandbox.state().isLive() && isDown(status.get())) {
            recreator.recreate(sandbox.id(), node);
        }
    }

    private static boolean isDown(Status status) {
        return status == Status.STOPPED || status == Status.CREATED;
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
