package dev.slipway.attempt;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.util.Optional;

/** What the verdicts of attempts rest on. As with {@link Attempts}, a foreign attempt looks like one that does not exist. */
public interface AttemptEvidence {

    /** Returns the facts of a task's last verdict, canonical JSON; none if it has no verdict or the facts were too old to keep. */
    Optional<String> facts(AccountId actor, AttemptId attempt, TaskId task);
}
