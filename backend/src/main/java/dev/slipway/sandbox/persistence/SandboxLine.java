package dev.slipway.sandbox.persistence;

import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Stage;
import dev.slipway.sandbox.SandboxSummary;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The columns of a stored sandbox that a list shows. */
public record SandboxLine(
        String id,
        Phase phase,
        @Nullable Stage stage,
        @Nullable EndReason endReason,
        @Nullable String failure,
        Instant requestedAt,
        @Nullable Instant leaseEnds) {

    /** @param position in the queue, if the sandbox waits */
    public SandboxSummary toSummary(int position) {
        return new SandboxSummary(
                new SandboxId(id),
                new StateColumns(phase, stage, endReason, failure).toState(position),
                requestedAt,
                Optional.ofNullable(leaseEnds));
    }
}
