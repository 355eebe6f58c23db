package dev.slipway.shared;

/** A stable name for one way in which something can go wrong. Each module has one enum of them. */
public interface ErrorCode {
    /** The constant's name, as in {@code SANDBOX_LIMIT_REACHED}; also the key of its text in {@code messages.properties}. */
    String name();

    /** What kind of answer it is to a client of the API. */
    Kind kind();

    /** The families of errors that a client treats differently. */
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
