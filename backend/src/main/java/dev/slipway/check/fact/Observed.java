package dev.slipway.check.fact;

import java.util.function.Function;

/** The result of gathering a fact. */
public sealed interface Observed<T> {

    record Seen<T>(T value) implements Observed<T> {}

    /** The fact could not be gathered; {@code cause} is a sentence for the learner. */
    record Unavailable<T>(String cause) implements Observed<T> {}

    /** The fact could not be gathered in time; {@code cause} is a sentence for the learner. */
    record Late<T>(String cause) implements Observed<T> {}

    /** Returns this result with the observed value converted. */
    default <R> Observed<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Seen<T>(var value) -> new Seen<>(change.apply(value));
            case Unavailable<T>(var cause) -> new Unavailable<>(cause);
            case Late<T>(var cause) -> new Late<>(cause);
        };
    }
}
