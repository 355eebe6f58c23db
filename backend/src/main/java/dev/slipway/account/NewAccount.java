package dev.slipway.account;

import dev.slipway.shared.UserFacingException;

/** The data of an account that is to be created. The name has 1 to 100 characters. */
public record NewAccount(EmailAddress email, String name, Role role, NewPassword password) {
    private static final int MAX_NAME = 100;

    /** @throws UserFacingException if the name is invalid, or the password equals the e-mail address */
    public NewAccount {
        name = name.strip();
        if (name.isEmpty() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new UserFacingException(AccountError.NAME_INVALID);
        }
        password.requireOtherThan(email);
    }
}
