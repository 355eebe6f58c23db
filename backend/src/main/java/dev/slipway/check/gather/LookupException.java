package dev.slipway.check.gather;

import dev.slipway.check.fact.Observed;
import dev.slipway.sandbox.json.ExcessiveAnswerException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown if a fact could not be gathered; the message is a sentence for the learner. */
final class LookupException extends IOException {
    private enum Kind {
        UNAVAILABLE,
        LATE,
        EXCESSIVE
    }

    private final Kind kind;

    private LookupException(String sentence, Kind kind, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    static LookupException unavailable(String sentence, @Nullable Throwable cause) {
        return new LookupException(sentence, Kind.UNAVAILABLE, cause);
    }

    static LookupException late(String sentence, @Nullable Throwable cause) {
        return new LookupException(sentence, Kind.LATE, cause);
    }

    /** Returns the exception for a response that is larger than the limits allow. */
    static LookupException excessive(String sentence, ExcessiveAnswerException bound) {
        return new LookupException(sentence, Kind.EXCESSIVE, bound);
    }

    boolean isLate() {
        return kind == Kind.LATE;
    }

    boolean isExcessive() {
        return kind == Kind.EXCESSIVE;
    }

    <T> Observed<T> observed() {
        var sentence = String.valueOf(getMessage());
        return isLate() ? new Observed.Late<>(sentence) : new Observed.Unavailable<>(sentence);
    }
}
