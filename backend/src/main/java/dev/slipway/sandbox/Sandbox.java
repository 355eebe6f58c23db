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
 * The machines of one attempt, as they are now.
 *
 * @param leaseEnds known once the sandbox is ready
 * @param attachTargets the nodes that were not made but are reached by an attach target, with its name
 * @param brokenNodes the nodes that cannot be used until they are reset, with the cause, a sentence for people
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

    /** All of whose nodes were made for it. */
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

    /** Whether a node is a machine of its own that is reached by an attach command. */
    public boolean isAttached(NodeName node) {
        return attachTargets.containsKey(node);
    }
}
