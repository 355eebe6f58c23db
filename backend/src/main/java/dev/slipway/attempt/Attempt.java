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
 * One learner's go at one lab, as it stands.
 *
 * @param sandbox the machines, gone once the attempt has ended; none if the lab has none
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

    /** An attempt at a lab without a quiz. */
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

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** Whether all tasks have passed and all questions are decided. */
    public boolean isComplete() {
        return tasks.stream().allMatch(TaskProgress::passed)
                && questions.stream().allMatch(QuestionProgress::isDecided);
    }

    /** Whether the learner may know what is right: not before they can no longer answer. */
    public boolean discloses(QuestionProgress question) {
        return question.isDecided() || !isOpen();
    }

    /** Whether it goes on. */
    public enum Status {
        OPEN,
        ENDED
    }
}
