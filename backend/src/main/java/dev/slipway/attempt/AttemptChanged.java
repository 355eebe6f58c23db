package dev.slipway.attempt;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;

/**
 * Published when an attempt or one of its verdicts changed, within the transaction that changes it.
 *
 * @param version grows with each change of the attempt
 */
public record AttemptChanged(AttemptId attempt, AccountId learner, int version) {}
