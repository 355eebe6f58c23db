package dev.slipway.attempt.persistence;

import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptSummary;
import dev.slipway.attempt.AttemptSummary.Count;
import dev.slipway.lab.LabId;
import dev.slipway.sandbox.SandboxSummary;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of a stored attempt that a list shows. */
public record AttemptLine(
        UUID id,
        UUID learnerId,
        String labId,
        @Nullable String labTitle,
        String labVersion,
        String labDigest,
        Instant startedAt,
        @Nullable Instant endedAt,
        int score,
        int maxScore,
        boolean passed,
        @Nullable String sandboxId) {

    public Optional<SandboxId> sandbox() {
        return Optional.ofNullable(sandboxId).map(SandboxId::new);
    }

    public AttemptSummary toSummary(Count tasks, Count questions, Optional<SandboxSummary> sandbox) {
        return new AttemptSummary(
                new AttemptId(id),
                new AccountId(learnerId),
                new LabId(labId),
                Optional.ofNullable(labTitle),
                labVersion,
                labDigest,
                endedAt == null ? Attempt.Status.OPEN : Attempt.Status.ENDED,
                startedAt,
                Optional.ofNullable(endedAt),
                score,
                maxScore,
                passed,
                tasks,
                questions,
                sandbox);
    }
}
