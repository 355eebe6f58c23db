package dev.slipway.check;

import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import java.time.Instant;

/**
 * A task's verdict changed. Published synchronously on the evaluating thread.
 *
 * @param facts what was observed to reach the verdict, canonical JSON
 */
public record TaskEvaluated(AttemptId attempt, TaskId task, Verdict verdict, String facts, Instant at) {}
