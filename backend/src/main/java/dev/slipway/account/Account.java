package dev.slipway.account;

import dev.slipway.shared.AccountId;

/** An account: a person who can sign in to the platform. */
public record Account(AccountId id, String email, String name, Role role) {
    /** Returns whether the account may see other people's attempts. */
    public boolean isStaff() {
        return role.isStaff();
    }
}
