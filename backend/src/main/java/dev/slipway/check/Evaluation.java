package dev.slipway.check;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import java.time.Instant;

/**
 * A verdict on a task and what it rests on.
 *
 * @param sandbox the machines on which it was reached
 * @param facts what was observed to reach the verdict
 */
public record Evaluation(AttemptId attempt, SandboxId sandbox, TaskId task, Verdict verdict, CanonicalFacts facts) {

    /** Returns the time at which the facts were gathered. */
    public Instant at() {
        return facts.at();
    }
}
