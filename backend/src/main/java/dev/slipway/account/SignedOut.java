package dev.slipway.account;

import dev.slipway.shared.AccountId;

/**
 * Event: one session of an account has ended. Its browser signed out, its HTTP session expired, its owner ended it from
 * another session, or its API token was revoked. Other sessions of the account continue. The event is published within
 * the transaction that makes the change.
 */
public record SignedOut(AccountId account, SessionKey session) {}
