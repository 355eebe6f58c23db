package dev.slipway.attempt;

import dev.slipway.lab.LabId;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Snapshot of one learner's attempt at one lab.
 *
 * @param sandbox the machines that the attempt uses or used last; empty if the lab has none
 */
public record Attempt(
        AttemptId id,
        AccountId learner,
        LabId lab,
        String labVersion,
        String labDigest,
        Status status,
        Instant startedAt,
        Optional<Instant> endedAt,
        Map<String, String> variables,
        List<TaskProgress> tasks,
        List<QuestionProgress> questions,
        int score,
        int maxScore,
        boolean passed,
        int extensionsLeft,
        Optional<Sandbox> sandbox) {
    public Attempt {
        variables = Map.copyOf(variables);
        tasks = List.copyOf(tasks);
        questions = List.copyOf(questions);
    }

    /** Creates the snapshot of an attempt at a lab without a quiz. */
    public Attempt(
            AttemptId id,
            AccountId learner,
            LabId lab,
            String labVersion,
            String labDigest,
            Status status,
            Instant startedAt,
            Optional<Instant> endedAt,
            Map<String, String> variables,
            List<TaskProgress> tasks,
            int score,
            int maxScore,
            boolean passed,
            int extensionsLeft,
            Optional<Sandbox> sandbox) {
        this(
                id,
                learner,
                lab,
                labVersion,
                labDigest,
                status,
                startedAt,
                endedAt,
                variables,
                tasks,
                List.of(),
                score,
                maxScore,
                passed,
                extensionsLeft,
                sandbox);
    }

    /** Returns whether the attempt has not ended. */
    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Returns whether all tasks have passed and all questions are decided. */
    public boolean isComplete() {
        return tasks.stream().allMatch(TaskProgress::passed)
                && questions.stream().allMatch(QuestionProgress::isDecided);
    }

    /** Returns whether the learner may see the correct answer: only after no further answer is accepted. */
    public boolean discloses(QuestionProgress question) {
        return question.isDecided() || !isOpen();
    }

    /** State of an attempt. */
    public enum Status {
        OPEN,
        ENDED
    }
}
