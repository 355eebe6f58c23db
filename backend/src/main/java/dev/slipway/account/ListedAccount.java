package dev.slipway.account;

import java.time.Instant;
import java.util.Optional;

/** An account as an administrator sees it. */
public record ListedAccount(Account account, boolean enabled, Instant createdAt, Optional<Instant> lastSignedInAt) {}
