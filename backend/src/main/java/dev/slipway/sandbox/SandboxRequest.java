package dev.slipway.sandbox;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.time.Duration;
import java.util.List;

/**
 * Request for the machines that an attempt needs.
 *
 * @param lease how long the sandbox may live from the moment it is ready
 * @param idle how long the sandbox may be without activity before it is frozen; zero means that it is never frozen
 * @param openEgress whether nodes may reach the internet; private address ranges stay unreachable
 */
public record SandboxRequest(
        AttemptId attempt,
        AccountId owner,
        List<NodeRequest> nodes,
        List<SetupStep> setup,
        Duration lease,
        Duration idle,
        boolean openEgress) {
    public SandboxRequest {
        nodes = List.copyOf(nodes);
        setup = List.copyOf(setup);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a sandbox has at least one node");
        }
    }
}
