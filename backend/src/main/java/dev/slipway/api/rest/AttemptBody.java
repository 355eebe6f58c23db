package dev.slipway.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.Lifetime;
import dev.slipway.attempt.TaskProgress;
import dev.slipway.lab.Lab;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Snapshot of an attempt. {@code sandbox} is absent if the lab has no machines. */
@JsonInclude(Include.NON_NULL)
record AttemptBody(
        UUID id,
        UUID learner,
        String lab,
        String labVersion,
        String labDigest,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt,
        Map<String, String> variables,
        List<TaskBody> tasks,
        List<QuestionBody.Progress> questions,
        int score,
        int maxScore,
        boolean passed,
        boolean complete,
        int extensionsLeft,
        @Nullable SandboxBody sandbox) {

    @JsonInclude(Include.NON_NULL)
    record TaskBody(
            String id,
            int points,
            boolean passed,
            @Nullable VerdictBody verdict,
            @Nullable Instant decidedAt,
            int hintsTaken,
            @Nullable String answer) {
        static TaskBody of(TaskProgress progress) {
            return new TaskBody(
                    progress.task().value(),
                    progress.points(),
                    progress.passed(),
                    progress.verdict().map(VerdictBody::of).orElse(null),
                    progress.decidedAt().orElse(null),
                    progress.hintsTaken(),
                    progress.answer().orElse(null));
        }
    }

    /**
     * @param lab the lab in the attempt's version, or in its present version if that was not stored; empty if the lab
     *     no longer exists
     */
    static AttemptBody of(Attempt attempt, Optional<Lab> lab) {
        var progress = attempt.progress();
        return new AttemptBody(
                attempt.id().value(),
                attempt.learner().value(),
                attempt.lab().id().value(),
                attempt.lab().number(),
                attempt.lab().digest(),
                status(attempt.lifetime()),
                attempt.lifetime().startedAt(),
                attempt.lifetime().endedAt().orElse(null),
                attempt.variables(),
                progress.tasks().stream().map(TaskBody::of).toList(),
                progress.questions().stream()
                        .map(question -> QuestionBody.Progress.of(
                                question, attempt, lab.flatMap(known -> known.question(question.question()))))
                        .toList(),
                progress.score(),
                progress.maxScore(),
                progress.passed(),
                progress.isComplete(),
                attempt.extensionsLeft(),
                attempt.sandbox().map(SandboxBody::of).orElse(null));
    }

    /** Returns the status of an attempt with this lifetime. */
    static String status(Lifetime lifetime) {
        return lifetime.isOpen() ? "open" : "ended";
    }
}
