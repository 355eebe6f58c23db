package dev.slipway.attempt;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.util.Optional;

/**
 * Facts on which the verdicts of attempts are based. The permissions are those of {@link Attempts}: staff may read the
 * facts of all attempts, learners those of their own.
 */
public interface AttemptEvidence {

    /**
     * Returns the facts of a task's last verdict as canonical JSON; empty if the task has no verdict, or if the
     * platform has removed the facts because they were too old.
     */
    Optional<String> facts(AccountId actor, AttemptId attempt, TaskId task);
}
