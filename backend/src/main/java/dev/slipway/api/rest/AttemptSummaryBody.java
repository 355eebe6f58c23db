package dev.slipway.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.slipway.attempt.AttemptSummary;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the list of attempts. {@code sandbox} is absent where the lab has no machines, and never lists nodes. */
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
        AttemptSummary.Count taskCount,
        AttemptSummary.Count questionCount,
        @Nullable SandboxBody sandbox) {

    static AttemptSummaryBody of(AttemptSummary attempt) {
        return new AttemptSummaryBody(
                attempt.id().value(),
                attempt.learner().value(),
                attempt.lab().value(),
                attempt.labTitle().orElse(null),
                attempt.labVersion(),
                attempt.labDigest(),
                attempt.status().name().toLowerCase(Locale.ROOT),
                attempt.startedAt(),
                attempt.endedAt().orElse(null),
                attempt.score(),
                attempt.maxScore(),
                attempt.passed(),
                attempt.isComplete(),
                attempt.tasks(),
                attempt.questions(),
                attempt.sandbox().map(SandboxBody::of).orElse(null));
    }
}
