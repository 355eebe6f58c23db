package dev.slipway.attempt.persistence;

import dev.slipway.attempt.AttemptSummary;
import dev.slipway.attempt.Lifetime;
import dev.slipway.attempt.ProgressSummary;
import dev.slipway.attempt.ProgressSummary.Count;
import dev.slipway.lab.LabId;
import dev.slipway.lab.LabVersion;
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
                new LabVersion(new LabId(labId), labVersion, labDigest),
                Optional.ofNullable(labTitle),
                new Lifetime(startedAt, Optional.ofNullable(endedAt)),
                new ProgressSummary(tasks, questions, score, maxScore, passed),
                sandbox);
    }
}
