package dev.slipway.ui.workspace;

import dev.slipway.check.Verdict;
import dev.slipway.lab.TaskId;
import java.time.Instant;
import java.util.Optional;

/**
 * How a task stands at one moment.
 *
 * @param title with the attempt's variables filled in
 * @param verdict the last one, if the task was ever evaluated
 * @param decidedAt when that verdict came
 */
record Standing(TaskId task, String title, TaskState state, Optional<Verdict> verdict, Optional<Instant> decidedAt) {

    boolean isPassed() {
        return state == TaskState.PASSED;
    }

    /** Whether the verdict tells the learner something about what they did. */
    boolean says() {
        return switch (state) {
            case PASSED, FAILED, ERRORED -> true;
            case WAITING, LOCKED, OPEN, CHECKING -> false;
        };
    }

    /** Whether a learner would read the same of both. */
    boolean readsLike(Standing other) {
        return state == other.state && verdict.equals(other.verdict);
    }
}
