package dev.slipway.account;

import dev.slipway.shared.AccountId;

/**
 * Event: an account got another role. The event is published together with {@link RightsLost}, within the transaction
 * that makes the change.
 */
public record RoleChanged(AccountId account, Role before, Role after) {}
