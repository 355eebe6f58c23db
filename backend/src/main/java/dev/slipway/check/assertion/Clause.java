package dev.slipway.check.assertion;

import dev.slipway.check.fact.Facts;
import dev.slipway.lab.SourcePosition;
import dev.slipway.shared.BoundedText;
import java.util.Optional;

/**
 * An assertion where it stands in a lab.
 *
 * @param kind as the author wrote it, such as {@code container.running}
 * @param message the author's words for the case that it fails
 */
record Clause(String kind, SourcePosition position, Optional<String> message, Assertion assertion) {

    Outcome evaluate(Facts facts) {
        try {
            return assertion.evaluate(facts);
        } catch (BoundedText.ExhaustedException e) {
            return new Outcome.Unknown("A pattern of this task takes too long on what was found.");
        }
    }
}
