package dev.slipway.account;

import dev.slipway.shared.UserFacingException;
import java.nio.charset.StandardCharsets;

/** A password that fulfils the password policy. {@link #toString()} hides the password. */
public record NewPassword(String value) {
    public static final int MIN_CHARACTERS = 12;

    /** bcrypt ignores all bytes after this number. */
    public static final int MAX_BYTES = 72;

    /** @throws UserFacingException if the password is too short or too long */
    public NewPassword {
        if (value.codePointCount(0, value.length()) < MIN_CHARACTERS) {
            throw new UserFacingException(AccountError.PASSWORD_TOO_SHORT, MIN_CHARACTERS);
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new UserFacingException(AccountError.PASSWORD_TOO_LONG, MAX_BYTES);
        }
    }

    /**
     * Requires that the password differs from the e-mail address.
     *
     * @throws UserFacingException with {@link AccountError#PASSWORD_IS_EMAIL} if both are equal
     */
    public void requireOtherThan(EmailAddress email) {
        if (value.strip().equalsIgnoreCase(email.value())) {
            throw new UserFacingException(AccountError.PASSWORD_IS_EMAIL);
        }
    }

    @Override
    public String toString() {
        return "NewPassword[hidden]";
    }
}
