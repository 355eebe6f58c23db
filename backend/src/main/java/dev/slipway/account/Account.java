package dev.slipway.account;

import dev.slipway.shared.AccountId;

/** A person who may sign in. */
public record Account(AccountId id, String email, String name, Role role) {
    public boolean isStaff() {
        return role.isStaff();
    }
}
