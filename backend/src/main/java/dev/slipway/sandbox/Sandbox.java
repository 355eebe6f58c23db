package dev.slipway.sandbox;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Snapshot of the machines of one attempt.
 *
 * @param leaseEnds end of the lease; present once the sandbox is ready
 */
public record Sandbox(
        SandboxId id,
        AttemptId attempt,
        AccountId owner,
        List<SandboxNode> nodes,
        SandboxState state,
        Instant requestedAt,
        Optional<Instant> leaseEnds) {
    public Sandbox {
        nodes = List.copyOf(nodes);
    }

    /** Returns the summary for lists, without the nodes. */
    public SandboxSummary summary() {
        return new SandboxSummary(id, state, requestedAt, leaseEnds);
    }

    /** Returns the names of the nodes, in the lab's order. */
    public List<NodeName> nodeNames() {
        return nodes.stream().map(SandboxNode::name).toList();
    }

    /** Returns whether the sandbox has a node with this name. */
    public boolean has(NodeName node) {
        return find(node).isPresent();
    }

    /** Returns whether a node is an attached machine, which the platform reaches by an attach command. */
    public boolean isAttached(NodeName node) {
        return attachTarget(node).isPresent();
    }

    /** Returns the name of the attach target that is used as a node; empty if the node is not an attached machine. */
    public Optional<String> attachTarget(NodeName node) {
        return find(node).flatMap(SandboxNode::attachTarget);
    }

    /**
     * Returns the nodes that cannot be used until they are reset, each with the cause as a sentence for the learner.
     */
    public Map<NodeName, String> brokenNodes() {
        var causes = new HashMap<NodeName, String>();
        nodes.forEach(node -> node.defect().ifPresent(defect -> causes.put(node.name(), defect)));
        return causes;
    }

    private Optional<SandboxNode> find(NodeName name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }
}
