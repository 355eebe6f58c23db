package dev.slipway.check.assertion;

import dev.slipway.check.fact.Observed;
import dev.slipway.check.fact.Observed.Late;
import dev.slipway.check.fact.Observed.Seen;
import dev.slipway.check.fact.Observed.Unavailable;
import java.util.function.Function;
import java.util.stream.Stream;

/** The result of evaluating one assertion. */
sealed interface Outcome {

    record Holds() implements Outcome {}

    /**
     * The assertion does not hold.
     *
     * @param reason a sentence for the learner
     * @param seen the state that was found instead
     */
    record Fails(String reason, String seen) implements Outcome {}

    /** The platform could not determine whether the assertion holds. */
    record Unknown(String cause) implements Outcome {}

    /** The platform could not determine in time whether the assertion holds. */
    record TooLate(String cause) implements Outcome {}

    static Outcome holds() {
        return new Holds();
    }

    static Outcome fails(String reason, String seen) {
        return new Fails(reason, seen);
    }

    /**
     * Combines the outcomes of assertions that must all hold. If an assertion fails, returns the first failure, even if
     * other assertions could not be evaluated. If no assertion fails, returns the outcome of the first assertion that
     * could not be evaluated.
     */
    static Outcome all(Stream<Outcome> outcomes) {
        var others = outcomes.filter(outcome -> !(outcome instanceof Holds)).toList();
        return others.stream()
                .filter(Fails.class::isInstance)
                .findFirst()
                .or(() -> others.stream().findFirst())
                .orElseGet(Outcome::holds);
    }

    /**
     * Evaluates a fact. If the fact could not be gathered, returns {@link Unknown}, or {@link TooLate} after a timeout.
     */
    static <T> Outcome of(Observed<T> observed, Function<? super T, Outcome> judge) {
        return switch (observed) {
            case Seen<T>(var value) -> judge.apply(value);
            case Unavailable<T>(var cause) -> new Unknown(cause);
            case Late<T>(var cause) -> new TooLate(cause);
        };
    }
}
