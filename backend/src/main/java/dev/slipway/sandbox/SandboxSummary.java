package dev.slipway.sandbox;

import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.Optional;

/**
 * The state of a sandbox for lists, without its nodes.
 *
 * @param leaseEnds end of the lease; present once the sandbox is ready
 */
public record SandboxSummary(SandboxId id, SandboxState state, Instant requestedAt, Optional<Instant> leaseEnds) {}
