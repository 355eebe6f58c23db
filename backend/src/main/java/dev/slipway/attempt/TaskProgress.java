package dev.slipway.attempt;

import dev.slipway.check.Verdict;
import dev.slipway.lab.TaskId;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a learner is with one task.
 *
 * @param verdict the last one, if the task was ever evaluated
 * @param hintsTaken how many hints were unfolded, in order
 * @param answer what the learner has typed last, if the task asks for an answer
 */
public record TaskProgress(
        TaskId task,
        int points,
        boolean passed,
        Optional<Verdict> verdict,
        Optional<Instant> decidedAt,
        int hintsTaken,
        Optional<String> answer) {
    public TaskProgress(
            TaskId task,
            int points,
            boolean passed,
            Optional<Verdict> verdict,
            Optional<Instant> decidedAt,
            int hintsTaken) {
        this(task, points, passed, verdict, decidedAt, hintsTaken, Optional.empty());
    }

    /** Whether nothing is wrong but that the learner has not answered yet. */
    public boolean isUnanswered() {
        return answer.isEmpty() && failing().filter("answer"::equals).isPresent();
    }

    /** The kind of the assertion that fails now. */
    public Optional<String> failing() {
        return verdict.flatMap(
                v -> v instanceof Verdict.Failed failed ? Optional.of(failed.assertion()) : Optional.empty());
    }
}
