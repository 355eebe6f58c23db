package dev.slipway.proof;

import dev.slipway.check.Verdict;
import dev.slipway.lab.TaskId;
import java.util.Optional;

/**
 * How a task stood at the end of a run.
 *
 * @param verdict none if the task was never looked at, because tasks that it needs had not passed
 * @param facts what was observed to reach the verdict, canonical JSON; empty without a verdict
 */
public record TaskOutcome(TaskId task, boolean passed, Optional<Verdict> verdict, String facts) {}
