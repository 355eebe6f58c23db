package dev.slipway.account;

import dev.slipway.shared.AccountId;

/**
 * One session of an account has ended: its browser signed out or its HTTP session expired, somebody ended it from another
 * session, or its API token was revoked. Other sessions of the account go on. Published in a transaction.
 */
public record SignedOut(AccountId account, SessionKey session) {}
