package dev.slipway.attempt;

import dev.slipway.attempt.AttemptSummary.Count;
import dev.slipway.sandbox.SandboxSummary;
import java.util.Optional;

/** Summaries of the attempts of fakes. */
public final class SummarySamples {
    private SummarySamples() {}

    /** Returns the summary of an attempt. Its lab's title is not stored, as before titles were. */
    public static AttemptSummary of(Attempt attempt) {
        return new AttemptSummary(
                attempt.id(),
                attempt.learner(),
                attempt.lab(),
                Optional.empty(),
                attempt.labVersion(),
                attempt.labDigest(),
                attempt.status(),
                attempt.startedAt(),
                attempt.endedAt(),
                attempt.score(),
                attempt.maxScore(),
                attempt.passed(),
                new Count(
                        (int) attempt.tasks().stream()
                                .filter(TaskProgress::passed)
                                .count(),
                        attempt.tasks().size()),
                new Count(
                        (int) attempt.questions().stream()
                                .filter(QuestionProgress::isDecided)
                                .count(),
                        attempt.questions().size()),
                attempt.sandbox()
                        .map(sandbox -> new SandboxSummary(
                                sandbox.id(), sandbox.state(), sandbox.requestedAt(), sandbox.leaseEnds())));
    }
}
