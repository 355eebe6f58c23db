package dev.slipway.account;

import dev.slipway.shared.AccountId;

/**
 * The accounts that may act. Every service that decides what somebody may do takes the id of the acting account and asks
 * here, in each call, so that rights that were taken away are gone with the next call.
 */
public interface Actors {

    /**
     * Returns the account with its present role.
     *
     * @throws dev.slipway.shared.UserFacingException with {@link AccountError#NOT_ALLOWED} if there is no such account or
     *     it is disabled
     */
    Actor require(AccountId account);

    /**
     * Returns the account with its present role, for a call that opens something which ends with the session.
     *
     * @throws dev.slipway.shared.UserFacingException as {@link #require(AccountId)}, or with
     *     {@link AccountError#NOT_SIGNED_IN} if the session has ended
     */
    Actor require(AccountId account, SessionKey session);
}
