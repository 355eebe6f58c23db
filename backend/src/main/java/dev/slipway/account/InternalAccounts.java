package dev.slipway.account;

import dev.slipway.shared.AccountId;

/** Accounts that the platform itself acts with. Nobody knows their passwords. */
public interface InternalAccounts {

    /** Makes a learner for one run of a proof. */
    AccountId proofLearner();
}
