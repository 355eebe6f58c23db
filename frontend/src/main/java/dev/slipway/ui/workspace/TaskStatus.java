package dev.slipway.ui.workspace;

import dev.slipway.check.Verdict;
import dev.slipway.lab.TaskId;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of a task at one moment.
 *
 * @param title title with the attempt's variables filled in
 * @param verdict last verdict, if the task has been evaluated
 * @param decidedAt time of that verdict
 */
record TaskStatus(TaskId task, String title, TaskState state, Optional<Verdict> verdict, Optional<Instant> decidedAt) {

    boolean isPassed() {
        return state == TaskState.PASSED;
    }

    /** Returns whether the state comes from a verdict, which the task strip then shows. */
    boolean says() {
        return switch (state) {
            case PASSED, FAILED, ERRORED -> true;
            case WAITING, LOCKED, OPEN, CHECKING -> false;
        };
    }

    /** Returns whether both have the same state and verdict, so that a learner would read the same text for both. */
    boolean readsLike(TaskStatus other) {
        return state == other.state && verdict.equals(other.verdict);
    }
}
