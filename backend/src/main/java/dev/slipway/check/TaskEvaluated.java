package dev.slipway.check;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import java.time.Instant;

/**
 * A task's verdict changed. Published synchronously on the evaluating thread.
 *
 * @param sandbox the machines on which it was reached
 * @param facts what was observed to reach the verdict, canonical JSON
 */
public record TaskEvaluated(
        AttemptId attempt, SandboxId sandbox, TaskId task, Verdict verdict, String facts, Instant at) {}
