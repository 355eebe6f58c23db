package dev.slipway.engine;

import org.jspecify.annotations.Nullable;

/** Thrown when the engine refuses a call, does not answer in time, or cannot be reached. */
public final class EngineException extends RuntimeException {

    /** The kind of failure, by which a caller decides how to react. */
    public enum Reason {
        UNREACHABLE,
        TIMED_OUT,
        NOT_FOUND,
        CONFLICT,
        REFUSED
    }

    private final Reason reason;

    public EngineException(Reason reason, String message) {
        this(reason, message, null);
    }

    public EngineException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Returns the kind of the failure. */
    public Reason reason() {
        return reason;
    }
}
