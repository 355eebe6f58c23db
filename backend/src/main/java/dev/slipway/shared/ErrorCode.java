package dev.slipway.shared;

/** The stable name of one error. Each module has one enum of error codes. */
public interface ErrorCode {
    /**
     * Returns the constant's name, as in {@code SANDBOX_LIMIT_REACHED}; the name is also the key of the error's text in
     * {@code messages.properties}.
     */
    String name();

    /** Returns the kind of the error, which decides the HTTP status of the API's response. */
    Kind kind();

    /** The kinds of errors that a client of the API treats differently. */
    enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        TOO_MANY,
        UNAVAILABLE,
        INTERNAL
    }
}
