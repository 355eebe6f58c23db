package dev.slipway.api;

import dev.slipway.shared.ErrorCode;

/** Error codes for requests to the API itself. */
public enum ApiError implements ErrorCode {
    TOKEN_MISSING(Kind.UNAUTHENTICATED),
    NOT_PERMITTED(Kind.FORBIDDEN),
    /** Arguments: the method and the path. */
    NO_SUCH_ENDPOINT(Kind.NOT_FOUND),
    /** Argument: the name of the field or parameter. */
    MALFORMED_VALUE(Kind.INVALID),
    MALFORMED_BODY(Kind.INVALID),
    REQUEST_NOT_UNDERSTOOD(Kind.INVALID),
    /** Argument: the correlation id. */
    UNEXPECTED(Kind.INTERNAL);

    private final Kind kind;

    ApiError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
