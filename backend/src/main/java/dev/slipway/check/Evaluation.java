package dev.slipway.check;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import java.time.Instant;

/**
 * A verdict on a task, with the facts on which it is based.
 *
 * @param sandbox the sandbox in which the facts were observed
 * @param facts the observed facts
 */
public record Evaluation(AttemptId attempt, SandboxId sandbox, TaskId task, Verdict verdict, CanonicalFacts facts) {

    /** Returns the time at which the facts were gathered. */
    public Instant at() {
        return facts.at();
    }
}
