package dev.slipway.attempt;

import dev.slipway.lab.LabId;
import dev.slipway.sandbox.SandboxSummary;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of a list of attempts: no verdicts, answers or variables.
 *
 * @param labTitle the lab's title when the attempt began; empty for attempts from before it was stored
 * @param tasks how many tasks have passed
 * @param questions how many questions are decided
 * @param sandbox the machines that the attempt used last; empty if the lab has none
 */
public record AttemptSummary(
        AttemptId id,
        AccountId learner,
        LabId lab,
        Optional<String> labTitle,
        String labVersion,
        String labDigest,
        Attempt.Status status,
        Instant startedAt,
        Optional<Instant> endedAt,
        int score,
        int maxScore,
        boolean passed,
        Count tasks,
        Count questions,
        Optional<SandboxSummary> sandbox) {

    /** How many of a lab's tasks or questions are done. */
    public record Count(int done, int all) {
        public static final Count NONE = new Count(0, 0);

        boolean isAll() {
            return done == all;
        }
    }

    public boolean isOpen() {
        return status == Attempt.Status.OPEN;
    }

    /** Returns whether all tasks have passed and all questions are decided. */
    public boolean isComplete() {
        return tasks.isAll() && questions.isAll();
    }
}
