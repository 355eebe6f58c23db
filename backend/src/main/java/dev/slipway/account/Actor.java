package dev.slipway.account;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;

/**
 * The account that acts, with its present role. {@link Actors} reads the role from the database in each call, so
 * callers must not keep this object for a later call.
 */
public record Actor(AccountId id, Role role) {

    /** Returns whether the account may see other people's attempts. */
    public boolean isStaff() {
        return role.isStaff();
    }

    /** Returns whether the account is an administrator. */
    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }

    /** @throws UserFacingException with {@link AccountError#NOT_ALLOWED} if the account is not staff */
    public void requireStaff() {
        if (!isStaff()) {
            throw new UserFacingException(AccountError.NOT_ALLOWED);
        }
    }

    /** @throws UserFacingException with {@link AccountError#NOT_ALLOWED} if the account is not an administrator */
    public void requireAdministrator() {
        if (!isAdministrator()) {
            throw new UserFacingException(AccountError.NOT_ALLOWED);
        }
    }
}
