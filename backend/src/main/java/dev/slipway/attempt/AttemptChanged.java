package dev.slipway.attempt;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;

/**
 * Published when an attempt or one of its verdicts changes, within the transaction that makes the change.
 *
 * @param version version of the attempt, which grows with each change
 */
public record AttemptChanged(AttemptId attempt, AccountId learner, int version) {}
