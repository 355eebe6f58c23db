package dev.slipway.attempt;

import dev.slipway.lab.LabVersion;
import dev.slipway.sandbox.SandboxSummary;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.util.Optional;

/**
 * An attempt in a list of attempts, without verdicts, answers and variables.
 *
 * @param lab the version of the lab with which the attempt began
 * @param labTitle the lab's title when the attempt began; empty for attempts that began before the platform stored
 *     titles
 * @param sandbox the machines that the attempt used last; empty if the lab has none
 */
public record AttemptSummary(
        AttemptId id,
        AccountId learner,
        LabVersion lab,
        Optional<String> labTitle,
        Lifetime lifetime,
        ProgressSummary progress,
        Optional<SandboxSummary> sandbox) {

    /** Returns whether the attempt has not ended. */
    public boolean isOpen() {
        return lifetime.isOpen();
    }
}
