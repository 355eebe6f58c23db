package dev.slipway.sandbox.lifecycle;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.persistence.SandboxStore;
import dev.slipway.sandbox.provision.Provisioner;
import dev.slipway.sandbox.provision.ProvisioningException;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Recreates nodes that have stopped; their disks stay as they are. {@code recreated} is a concurrent set of the nodes
 * that are being recreated now.
 */
@Component
public final class NodeRecreator {
    private static final Logger log = LoggerFactory.getLogger(NodeRecreator.class);

    private final SandboxStore store;
    private final SandboxWorkers workers;
    private final Provisioner provisioner;
    private final Set<Recreated> recreated = ConcurrentHashMap.newKeySet();

    private record Recreated(SandboxId sandbox, NodeName node) {}

    NodeRecreator(SandboxStore store, SandboxWorkers workers, Provisioner provisioner) {
        this.store = store;
        this.workers = workers;
        this.provisioner = provisioner;
    }

    /**
     * Recreates a node that has stopped; marks the node as broken if that fails. Must be called from work on the node's
     * sandbox that {@link SandboxWorkers} runs.
     *
     * @throws EngineException if the engine cannot be reached
     */
    public void recreate(SandboxId id, NodeName node) {
        log.info("recreating stopped node sandbox={} node={}", id, node);
        recreated.add(new Recreated(id, node));
        try {
            store.plan(id).ifPresent(plan -> workers.onEngine(id, () -> provisioner.recreateNode(id, plan, node)));
        } catch (EngineException | NodeException | ProvisioningException e) {
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
     * Returns whether a node is being recreated, by this class or by a reset. No shell may be started in such a node: a
     * shell that starts before the node has booted would be lost.
     */
    public boolean isRecreating(SandboxId id, NodeName node) {
        return recreated.contains(new Recreated(id, node)) || store.isInReset(id, node);
    }
}
