package dev.slipway.proof;

import dev.slipway.lab.LabId;
import dev.slipway.lab.Proof;
import java.time.Duration;
import java.util.List;

/**
 * The result of one run of a proof.
 *
 * @param mismatches the differences from the proof's expectations, a sentence each; empty if the proof holds
 * @param tasks all tasks of the lab in their state at the end
 * @param screen the end of the terminals' output
 */
public record ProofResult(
        LabId lab, Proof proof, Duration took, List<String> mismatches, List<TaskOutcome> tasks, String screen) {
    public ProofResult {
        mismatches = List.copyOf(mismatches);
        tasks = List.copyOf(tasks);
    }

    /** Returns whether the run met all expectations of the proof. */
    public boolean holds() {
        return mismatches.isEmpty();
    }
}
