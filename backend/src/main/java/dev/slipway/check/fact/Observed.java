package dev.slipway.check.fact;

import java.util.function.Function;

/** What became of looking for a fact. */
public sealed interface Observed<T> {

    record Seen<T>(T value) implements Observed<T> {}

    /** Could not be found out; {@code cause} is a sentence for the learner. */
    record Unavailable<T>(String cause) implements Observed<T> {}

    /** Was not found out in time; {@code cause} is a sentence for the learner. */
    record Late<T>(String cause) implements Observed<T> {}

    /** The same, with what was seen turned into something else. */
    default <R> Observed<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Seen<T>(var value) -> new Seen<>(change.apply(value));
            case Unavailable<T>(var cause) -> new Unavailable<>(cause);
            case Late<T>(var cause) -> new Late<>(cause);
        };
    }
}
