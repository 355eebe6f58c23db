package dev.slipway.sandbox.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown when a response from a node exceeds a limit. The message names the limit, for the log. */
public final class ExcessiveAnswerException extends IOException {

    public ExcessiveAnswerException(String bound) {
        this(bound, null);
    }

    public ExcessiveAnswerException(String bound, @Nullable Throwable cause) {
        super(bound, cause);
    }
}
