package dev.slipway.account;

import java.time.Instant;
import java.util.Optional;

/** An API token, without its secret. Its owner has chosen the name. {@code lastUsedAt} is accurate to the minute. */
public record ApiToken(ApiTokenId id, String name, Instant createdAt, Optional<Instant> lastUsedAt) {}
