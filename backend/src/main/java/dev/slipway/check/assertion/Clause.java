package dev.slipway.check.assertion;

import dev.slipway.check.fact.Facts;
import dev.slipway.lab.SourcePosition;
import dev.slipway.platform.BoundedText;
import java.util.Optional;

/**
 * An assertion with its position in a lab and the author's message.
 *
 * @param kind the kind of assertion, as the author wrote it, such as {@code container.running}
 * @param message the author's text for the learner in case the assertion fails
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
