package dev.slipway.sandbox;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The machines of one attempt, as they are now. {@code leaseEnds} is known once the sandbox is ready. */
public record Sandbox(
        SandboxId id,
        AttemptId attempt,
        AccountId owner,
        List<NodeName> nodes,
        SandboxState state,
        Instant requestedAt,
        Optional<Instant> leaseEnds) {
    public Sandbox {
        nodes = List.copyOf(nodes);
    }
}
