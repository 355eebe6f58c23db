package dev.slipway.attempt.progress;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;

/**
 * A task passed, failed, or cannot be judged any more; another reason to fail is none. Published within the transaction
 * that stores the verdict.
 *
 * @param evidence the stored verdict
 */
record VerdictTurned(AttemptId attempt, SandboxId sandbox, TaskId task, long evidence) {}
