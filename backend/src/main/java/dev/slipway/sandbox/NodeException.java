package dev.slipway.sandbox;

import org.jspecify.annotations.Nullable;

/** Thrown when a node or the host engine refuses a request, does not answer in time, or cannot be reached. */
public final class NodeException extends RuntimeException {

    /** The kind of failure, by which a caller decides how to react. */
    public enum Reason {
        UNREACHABLE,
        TIMED_OUT,
        NOT_FOUND,
        REFUSED
    }

    private final Reason reason;

    public NodeException(Reason reason, String message) {
        this(reason, message, null);
    }

    public NodeException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Returns the kind of the failure. */
    public Reason reason() {
        return reason;
    }
}
