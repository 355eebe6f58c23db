package dev.slipway.attempt;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;

/**
 * An attempt or one of its verdicts changed. Published within the transaction that changes it.
 *
 * @param version grows with each change of the attempt
 */
public record AttemptChanged(AttemptId attempt, AccountId learner, int version) {}
