package dev.slipway.attempt.progress;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;

/**
 * Published when the outcome of a task changes: the task passes, fails or cannot be checked any more. No event is
 * published when only the reason of a failure changes. Published within the transaction that stores the verdict.
 *
 * @param evidence id of the row of {@code evidence} that contains the verdict
 */
record VerdictTurned(AttemptId attempt, SandboxId sandbox, TaskId task, long evidence) {}
