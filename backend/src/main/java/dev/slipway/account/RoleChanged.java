package dev.slipway.account;

import dev.slipway.shared.AccountId;

/** An account got another role. Published in a transaction, beside {@link RightsLost}. */
public record RoleChanged(AccountId account, Role before, Role after) {}
