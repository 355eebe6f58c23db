package dev.slipway.attempt.progress;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;

/**
 * Published when a task's outcome turned: it passed, failed or cannot be checked any more. Another reason for a failure
 * is not a turn. Published within the transaction that stores the verdict.
 *
 * @param evidence the stored verdict
 */
record VerdictTurned(AttemptId attempt, SandboxId sandbox, TaskId task, long evidence) {}
