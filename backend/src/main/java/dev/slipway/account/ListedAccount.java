package dev.slipway.account;

import java.time.Instant;
import java.util.Optional;

/** An account with the data that an administrator sees in the list of accounts. */
public record ListedAccount(Account account, boolean enabled, Instant createdAt, Optional<Instant> lastSignedInAt) {}
