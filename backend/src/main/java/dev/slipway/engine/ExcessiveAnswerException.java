package dev.slipway.engine;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer from a node exceeds a bound. The message names the bound, for the log. */
public final class ExcessiveAnswerException extends IOException {

    public ExcessiveAnswerException(String bound) {
        this(bound, null);
    }

    public ExcessiveAnswerException(String bound, @Nullable Throwable cause) {
        super(bound, cause);
    }
}
