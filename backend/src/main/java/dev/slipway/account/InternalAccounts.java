package dev.slipway.account;

import dev.slipway.shared.AccountId;

/** Accounts that the platform itself uses. Their passwords are random and no person knows them. */
public interface InternalAccounts {

    /** Creates a learner's account for one run of a proof. */
    AccountId proofLearner();
}
