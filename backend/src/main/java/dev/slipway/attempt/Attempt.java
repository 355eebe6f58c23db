package dev.slipway.attempt;

import dev.slipway.lab.LabVersion;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.util.Map;
import java.util.Optional;

/**
 * Snapshot of one learner's attempt at one lab.
 *
 * @param lab the version of the lab with which the attempt began
 * @param variables the values of the lab's variables in this attempt
 * @param extensionsLeft how often the learner may still extend the lease of the machines
 * @param sandbox the machines that the attempt uses or used last; empty if the lab has none
 */
public record Attempt(
        AttemptId id,
        AccountId learner,
        LabVersion lab,
        Map<String, String> variables,
        Lifetime lifetime,
        int extensionsLeft,
        AttemptProgress progress,
        Optional<Sandbox> sandbox) {
    public Attempt {
        variables = Map.copyOf(variables);
    }

    /** Returns whether the attempt has not ended. */
    public boolean isOpen() {
        return lifetime.isOpen();
    }

    /**
     * Returns whether the learner may see the correct answer to a question: only when the platform accepts no further
     * answer to it.
     */
    public boolean discloses(QuestionProgress question) {
        return question.isDecided() || !isOpen();
    }
}
