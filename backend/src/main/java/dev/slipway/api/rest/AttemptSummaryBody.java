package dev.slipway.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.slipway.attempt.AttemptSummary;
import dev.slipway.attempt.ProgressSummary;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt in a list of attempts. {@code sandbox} is absent if the lab has no machines, and never contains the nodes.
 */
@JsonInclude(Include.NON_NULL)
record AttemptSummaryBody(
        UUID id,
        UUID learner,
        String lab,
        @Nullable String labTitle,
        String labVersion,
        String labDigest,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt,
        int score,
        int maxScore,
        boolean passed,
        boolean complete,
        ProgressSummary.Count taskCount,
        ProgressSummary.Count questionCount,
        @Nullable SandboxBody sandbox) {

    static AttemptSummaryBody of(AttemptSummary attempt) {
        var progress = attempt.progress();
        return new AttemptSummaryBody(
                attempt.id().value(),
                attempt.learner().value(),
                attempt.lab().id().value(),
                attempt.labTitle().orElse(null),
                attempt.lab().number(),
                attempt.lab().digest(),
                AttemptBody.status(attempt.lifetime()),
                attempt.lifetime().startedAt(),
                attempt.lifetime().endedAt().orElse(null),
                progress.score(),
                progress.maxScore(),
                progress.passed(),
                progress.isComplete(),
                progress.tasks(),
                progress.questions(),
                attempt.sandbox().map(SandboxBody::of).orElse(null));
    }
}
