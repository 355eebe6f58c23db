package dev.slipway.check.assertion;

import dev.slipway.check.fact.Observed;
import dev.slipway.check.fact.Observed.Late;
import dev.slipway.check.fact.Observed.Seen;
import dev.slipway.check.fact.Observed.Unavailable;
import java.util.function.Function;
import java.util.stream.Stream;

/** What one assertion says about facts. */
sealed interface Outcome {

    record Holds() implements Outcome {}

    /**
     * The machines are otherwise.
     *
     * @param reason a sentence for the learner
     * @param seen what was found instead
     */
    record Fails(String reason, String seen) implements Outcome {}

    /** It could not be found out. */
    record Unknown(String cause) implements Outcome {}

    /** It was not found out in time. */
    record TooLate(String cause) implements Outcome {}

    static Outcome holds() {
        return new Holds();
    }

    static Outcome fails(String reason, String seen) {
        return new Fails(reason, seen);
    }

    /** The first that certainly fails decides, whatever could not be found out besides; without one, the first doubt. */
    static Outcome all(Stream<Outcome> outcomes) {
        var others = outcomes.filter(outcome -> !(outcome instanceof Holds)).toList();
        return others.stream()
                .filter(Fails.class::isInstance)
                .findFirst()
                .or(() -> others.stream().findFirst())
                .orElseGet(Outcome::holds);
    }

    /** Judges what was observed; what was not observed stays unknown. */
    static <T> Outcome of(Observed<T> observed, Function<? super T, Outcome> judge) {
        return switch (observed) {
            case Seen<T>(var value) -> judge.apply(value);
            case Unavailable<T>(var cause) -> new Unknown(cause);
            case Late<T>(var cause) -> new TooLate(cause);
        };
    }
}
