package dev.slipway.account;

import dev.slipway.shared.ErrorCode;

/** The errors of accounts, sign-in and API tokens. */
public enum AccountError implements ErrorCode {
    NOT_SIGNED_IN(Kind.UNAUTHENTICATED),
    SIGN_IN_REFUSED(Kind.UNAUTHENTICATED),
    SIGN_IN_PAGE_EXPIRED(Kind.UNAUTHENTICATED),
    TOO_MANY_SIGN_INS(Kind.TOO_MANY),
    TOKEN_INVALID(Kind.UNAUTHENTICATED),
    TOO_MANY_BAD_TOKENS(Kind.TOO_MANY),
    NOT_ALLOWED(Kind.FORBIDDEN),
    NO_SUCH_ACCOUNT(Kind.NOT_FOUND),
    NO_SUCH_TOKEN(Kind.NOT_FOUND),
    NO_SUCH_SESSION(Kind.NOT_FOUND),
    EMAIL_INVALID(Kind.INVALID),
    EMAIL_TAKEN(Kind.CONFLICT),
    NAME_INVALID(Kind.INVALID),
    PASSWORD_TOO_SHORT(Kind.INVALID),
    PASSWORD_TOO_LONG(Kind.INVALID),
    PASSWORD_IS_EMAIL(Kind.INVALID),
    PASSWORD_WRONG(Kind.INVALID),
    LAST_ADMINISTRATOR(Kind.CONFLICT);

    private final Kind kind;

    AccountError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
