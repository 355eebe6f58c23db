package dev.slipway.proof;

import dev.slipway.check.Verdict;
import dev.slipway.lab.TaskId;
import java.util.Optional;

/**
 * The state of a task at the end of a run.
 *
 * @param verdict empty if the task was never evaluated, because tasks that it needs had not passed
 * @param facts the facts of the verdict as canonical JSON; empty without a verdict
 */
public record TaskOutcome(TaskId task, boolean passed, Optional<Verdict> verdict, String facts) {}
