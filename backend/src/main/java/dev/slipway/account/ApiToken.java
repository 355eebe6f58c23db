package dev.slipway.account;

import java.time.Instant;
import java.util.Optional;

/** A key to the API under its owner's name for it. {@code lastUsedAt} is right to the minute. */
public record ApiToken(ApiTokenId id, String name, Instant createdAt, Optional<Instant> lastUsedAt) {}
