package dev.slipway.proof;

import dev.slipway.lab.LabId;
import dev.slipway.lab.Proof;
import java.time.Duration;
import java.util.List;

/**
 * What came of one run of a proof.
 *
 * @param mismatches what was not as the proof says, a sentence each; empty if the proof holds
 * @param tasks all tasks of the lab as they stood at the end
 * @param screen the end of what the terminals showed
 */
public record ProofResult(
        LabId lab, Proof proof, Duration took, List<String> mismatches, List<TaskOutcome> tasks, String screen) {
    public ProofResult {
        mismatches = List.copyOf(mismatches);
        tasks = List.copyOf(tasks);
    }

    public boolean holds() {
        return mismatches.isEmpty();
    }
}
