package dev.slipway.attempt;

import dev.slipway.check.Verdict;
import dev.slipway.lab.TaskId;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a learner is with one task.
 *
 * @param verdict the last one, if the task was ever evaluated
 * @param hintsTaken how many hints were unfolded, in order
 */
public record TaskProgress(
        TaskId task,
        int points,
        boolean passed,
        Optional<Verdict> verdict,
        Optional<Instant> decidedAt,
        int hintsTaken) {}
