package dev.slipway.account;

import java.util.Optional;

/**
 * A change that an administrator makes to an account. An empty part leaves that property of the account unchanged.
 * Either both parts take effect or neither does.
 */
public record AccountChange(Optional<Role> role, Optional<Boolean> enabled) {

    /** Returns a change of the role alone. */
    public static AccountChange to(Role role) {
        return new AccountChange(Optional.of(role), Optional.empty());
    }

    /** Returns a change that disables the account: its owner can no longer sign in, and its data is kept. */
    public static AccountChange disabling() {
        return new AccountChange(Optional.empty(), Optional.of(false));
    }

    /** Returns a change that enables the account again. */
    public static AccountChange enabling() {
        return new AccountChange(Optional.empty(), Optional.of(true));
    }
}
