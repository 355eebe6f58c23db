package dev.slipway.account.persistence;

import dev.slipway.account.Account;
import dev.slipway.account.AccountPrincipal;

/** What is needed to decide whether somebody may sign in, or still is. */
public record SignInRecord(Account account, AccountPrincipal principal, String passwordHash, boolean enabled) {
    @Override
    public String toString() {
        return "SignInRecord[account=" + account + ", enabled=" + enabled + "]";
    }
}
