package dev.slipway.account;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;

/** The account that acts, with the role that it has now. Read by {@link Actors} for one call, and never kept. */
public record Actor(AccountId id, Role role) {

    /** May see other people's attempts. */
    public boolean isStaff() {
        return role.isStaff();
    }

    public boolean isAdministrator() {
        return role == Role.ADMINISTRATOR;
    }

    /** @throws UserFacingException with {@link AccountError#NOT_ALLOWED} */
    public void requireStaff() {
        if (!isStaff()) {
            throw new UserFacingException(AccountError.NOT_ALLOWED);
        }
    }

    /** @throws UserFacingException with {@link AccountError#NOT_ALLOWED} */
    public void requireAdministrator() {
        if (!isAdministrator()) {
            throw new UserFacingException(AccountError.NOT_ALLOWED);
        }
    }
}
