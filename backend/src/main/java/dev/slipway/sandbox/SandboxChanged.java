package dev.slipway.sandbox;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;

/**
 * Published when the state, the lease or the place in the queue of a sandbox has changed, or when its lease is about to
 * end. If the sandbox is changed, the event is published within the same transaction.
 *
 * @param version grows with each change of the sandbox
 */
public record SandboxChanged(SandboxId sandbox, AttemptId attempt, AccountId owner, int version) {}
