package dev.slipway.sandbox;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;

/**
 * Published when a sandbox has another state, lease or place in the queue, or when its lease is about to end. Published
 * within the transaction that changes the sandbox.
 *
 * @param version grows with each change of the sandbox
 */
public record SandboxChanged(SandboxId sandbox, AttemptId attempt, AccountId owner, int version) {}
