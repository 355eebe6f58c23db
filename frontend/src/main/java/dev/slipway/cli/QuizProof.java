package dev.slipway.cli;

import dev.slipway.lab.Lab;
import dev.slipway.lab.Proof;
import dev.slipway.lab.QuizQuestion;
import dev.slipway.lab.SourcePosition;
import dev.slipway.proof.ProofResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves that a quiz can be solved: each question accepts the answer that its author marked as right. The proof needs
 * no machines.
 */
final class QuizProof {
    private QuizProof() {}

    /** Returns the result for a lab's quiz, or nothing if the lab has no quiz. */
    static Optional<ProofResult> of(Lab lab) {
        if (lab.quiz().isEmpty()) {
            return Optional.empty();
        }
        var count = lab.quiz().size();
        var proof = new Proof(
                "quiz of " + count + (count == 1 ? " question" : " questions") + ", by its answers",
                Optional.empty(),
                1,
                Map.of(),
                new SourcePosition(lab.id() + "/lab.yaml", 1, 1));
        var mismatches = lab.quiz().stream()
                .filter(question -> !takesItsOwnAnswer(question))
                .map(question -> question.id() + " does not accept its own right answer")
                .toList();
        return Optional.of(new ProofResult(lab.id(), proof, Duration.ZERO, mismatches, List.of(), ""));
    }

    private static boolean takesItsOwnAnswer(QuizQuestion question) {
        var sample = question.solution().sample();
        return question.solution().fits(sample) && question.solution().accepts(sample);
    }
}
