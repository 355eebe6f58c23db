package dev.slipway.check.gather;

import dev.slipway.check.fact.Observed;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A fact could not be found out; the message is a sentence for the learner. */
final class LookupException extends IOException {
    private final boolean late;

    private LookupException(String sentence, boolean late, @Nullable Throwable cause) {
        super(sentence, cause);
        this.late = late;
    }

    static LookupException unavailable(String sentence, @Nullable Throwable cause) {
        return new LookupException(sentence, false, cause);
    }

    static LookupException late(String sentence, @Nullable Throwable cause) {
        return new LookupException(sentence, true, cause);
    }

    boolean isLate() {
        return late;
    }

    <T> Observed<T> observed() {
        var sentence = String.valueOf(getMessage());
        return late ? new Observed.Late<>(sentence) : new Observed.Unavailable<>(sentence);
    }
}
