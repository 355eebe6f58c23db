package dev.slipway.account;

import dev.slipway.shared.AccountId;

/**
 * An account signed out, or its sessions were ended because its rights changed, its password changed, a token was revoked
 * or it was disabled. Published in a transaction.
 */
public record SignedOut(AccountId account) {}
