package dev.slipway.account;

import dev.slipway.shared.AccountId;

/**
 * An account was disabled, or got another role or another password, which ends all of its sessions. Published in a
 * transaction.
 */
public record RightsLost(AccountId account) {}
