package dev.slipway.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error whose text is shown to a person: what happened and what to do next. The text comes from {@code
 * messages.properties} under the code's name, with the arguments filled in; {@link #getMessage()} is for logs.
 */
public final class UserFacingException extends RuntimeException {
    private final ErrorCode code;
    private final transient List<Object> arguments;

    public UserFacingException(ErrorCode code, Object... arguments) {
        this(null, code, arguments);
    }

    public UserFacingException(@Nullable Throwable cause, ErrorCode code, Object... arguments) {
        super(code.name() + " " + List.of(arguments), cause);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Returns the code of the error. */
    public ErrorCode code() {
        return code;
    }

    /** Returns the values of the placeholders in the code's text. */
    public List<Object> arguments() {
        return arguments;
    }
}
