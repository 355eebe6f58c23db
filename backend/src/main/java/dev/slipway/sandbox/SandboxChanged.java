package dev.slipway.sandbox;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;

/**
 * A sandbox got another state or lease, another place in the queue, or its lease is about to end. Published within the
 * transaction that changes it.
 *
 * @param version grows with each change of the sandbox
 */
public record SandboxChanged(SandboxId sandbox, AttemptId attempt, AccountId owner, int version) {}
