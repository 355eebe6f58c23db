package dev.slipway.sandbox.provision;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.sandbox.agent.Agents;
import dev.slipway.sandbox.persistence.SandboxPlan;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Pauses all processes of a sandbox's nodes, and resumes them. Both operations are idempotent. */
@Component
public final class Pauser {
    private static final Logger log = LoggerFactory.getLogger(Pauser.class);

    private final ContainerEngine engine;
    private final EngineNames names;
    private final Agents agents;

    Pauser(ContainerEngine engine, EngineNames names, Agents agents) {
        this.engine = engine;
        this.names = names;
        this.agents = agents;
    }

    public void pause(SandboxId sandbox, SandboxPlan plan) {
        Concurrently.forEach(plan.nodes(), node -> pause(sandbox, node.nodeName()));
    }

    /** Pauses a node. A node that does not run is skipped; the reconciler repairs it. */
    private void pause(SandboxId sandbox, NodeName node) {
        try {
            agents.rest(names.container(sandbox, node));
            engine.pauseNode(names.container(sandbox, node));
        } catch (EngineException e) {
            if (e.reason() != Reason.NOT_FOUND && e.reason() != Reason.CONFLICT) {
                throw e;
            }
            log.info("node does not run, not paused sandbox={} node={} cause={}", sandbox, node, e.getMessage());
        }
    }

    /**
     * Unpauses all nodes. Nodes that are gone are skipped; the reconciler handles them.
     *
     * @return the nodes that cannot resume because they have stopped
     */
    public Set<NodeName> unpause(SandboxId sandbox, SandboxPlan plan) {
        var stopped = ConcurrentHashMap.<NodeName>newKeySet();
        Concurrently.forEach(plan.nodes(), node -> {
            if (!unpause(sandbox, node.nodeName())) {
                stopped.add(node.nodeName());
            }
        });
        return Set.copyOf(stopped);
    }

    private boolean unpause(SandboxId sandbox, NodeName node) {
        try {
            engine.unpauseNode(names.container(sandbox, node));
            agents.wake(names.container(sandbox, node));
            return true;
        } catch (EngineException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                log.warn("frozen node is gone sandbox={} node={}", sandbox, node);
                return true;
            }
            if (e.reason() == Reason.CONFLICT) {
                log.info("frozen node has stopped sandbox={} node={}", sandbox, node);
                return false;
            }
            throw e;
        }
    }
}
