package dev.slipway.attempt;

import dev.slipway.check.Verdict;
import dev.slipway.lab.TaskId;
import java.time.Instant;
import java.util.Optional;

/**
 * Progress of a learner with one task.
 *
 * @param verdict the last verdict, if the task was ever evaluated
 * @param hintsTaken how many hints were revealed, in order
 * @param answer the learner's last answer, if the task asks for one
 */
public record TaskProgress(
        TaskId task,
        int points,
        boolean passed,
        Optional<Verdict> verdict,
        Optional<Instant> decidedAt,
        int hintsTaken,
        Optional<String> answer) {
    /** Creates the progress with a task to which the learner has given no answer. */
    public TaskProgress(
            TaskId task,
            int points,
            boolean passed,
            Optional<Verdict> verdict,
            Optional<Instant> decidedAt,
            int hintsTaken) {
        this(task, points, passed, verdict, decidedAt, hintsTaken, Optional.empty());
    }

    /** Returns whether the task fails only because the learner has not answered yet. */
    public boolean isUnanswered() {
        return answer.isEmpty() && failing().filter("answer"::equals).isPresent();
    }

    /** Returns the kind of the assertion that fails now; empty if the last verdict is not a failure. */
    public Optional<String> failing() {
        return verdict.flatMap(
                v -> v instanceof Verdict.Failed failed ? Optional.of(failed.assertion()) : Optional.empty());
    }
}
