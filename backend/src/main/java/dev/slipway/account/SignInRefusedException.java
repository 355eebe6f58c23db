package dev.slipway.account;

import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;
import org.springframework.security.core.AuthenticationException;

/**
 * Thrown when a sign-in is refused. The message is the text that the person reads. Spring Security keeps the exception
 * in the HTTP session as {@code WebAttributes.AUTHENTICATION_EXCEPTION}.
 */
public final class SignInRefusedException extends AuthenticationException {
    private final AccountError code;

    public SignInRefusedException(UserFacingException cause) {
        super(ErrorTexts.text(cause), cause);
        this.code = (AccountError) cause.code();
    }

    /** Returns the reason for the refusal. */
    public AccountError code() {
        return code;
    }
}
