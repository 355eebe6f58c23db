package dev.slipway.sandbox;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Snapshot of the machines of one attempt.
 *
 * @param leaseEnds end of the lease; present once the sandbox is ready
 * @param attachTargets nodes that are attached machines, each with the name of its attach target
 * @param brokenNodes nodes that cannot be used until they are reset, each with the cause as a sentence for the learner
 */
public record Sandbox(
        SandboxId id,
        AttemptId attempt,
        AccountId owner,
        List<NodeName> nodes,
        SandboxState state,
        Instant requestedAt,
        Optional<Instant> leaseEnds,
        Map<NodeName, String> attachTargets,
        Map<NodeName, String> brokenNodes) {
    public Sandbox {
        nodes = List.copyOf(nodes);
        attachTargets = Map.copyOf(attachTargets);
        brokenNodes = Map.copyOf(brokenNodes);
    }

    /** Creates the snapshot of a sandbox without attached machines and broken nodes. */
    public Sandbox(
            SandboxId id,
            AttemptId attempt,
            AccountId owner,
            List<NodeName> nodes,
            SandboxState state,
            Instant requestedAt,
            Optional<Instant> leaseEnds) {
        this(id, attempt, owner, nodes, state, requestedAt, leaseEnds, Map.of(), Map.of());
    }

    /** Returns the state for lists, without the nodes. */
    public SandboxSummary summary() {
        return new SandboxSummary(id, state, requestedAt, leaseEnds);
    }

    /** Returns whether a node is an attached machine, which the platform reaches by an attach command. */
    public boolean isAttached(NodeName node) {
        return attachTargets.containsKey(node);
    }
}
