package dev.slipway.attempt;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.util.Optional;

/**
 * Facts behind the verdicts of attempts. As with {@link Attempts}, another learner's attempt looks like one that does
 * not exist.
 */
public interface AttemptEvidence {

    /**
     * Returns the facts of a task's last verdict as canonical JSON; empty if the task has no verdict or the facts were
     * too old to keep.
     */
    Optional<String> facts(AccountId actor, AttemptId attempt, TaskId task);
}
