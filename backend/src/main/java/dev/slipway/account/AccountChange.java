package dev.slipway.account;

import java.util.Optional;

/** What an administrator changes of an account, all of it or nothing. What is empty stays as it is. */
public record AccountChange(Optional<Role> role, Optional<Boolean> enabled) {

    public static AccountChange to(Role role) {
        return new AccountChange(Optional.of(role), Optional.empty());
    }

    /** Lets nobody sign in any more; the account stays. */
    public static AccountChange disabling() {
        return new AccountChange(Optional.empty(), Optional.of(false));
    }

    public static AccountChange enabling() {
        return new AccountChange(Optional.empty(), Optional.of(true));
    }
}
