package dev.slipway.account.persistence;

import dev.slipway.account.Account;

/** The data of an account that decide whether its owner may sign in, and whether its sessions are still valid. */
public record SignInRecord(Account account, int epoch, String passwordHash, boolean enabled) {
    @Override
    public String toString() {
        return "SignInRecord[account=" + account + ", enabled=" + enabled + "]";
    }
}
