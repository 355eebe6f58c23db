package dev.slipway.account;

import dev.slipway.shared.AccountId;

/**
 * Event: an account was disabled, or got another role or another password, so all of its sessions ended. The event is
 * published within the transaction that makes the change.
 */
public record RightsLost(AccountId account) {}
