package dev.slipway.account;

import dev.slipway.shared.AccountId;

/**
 * Reads the present rights of accounts. Every service that decides about permissions takes the id of the acting account
 * and calls this interface in each call, so a loss of rights takes effect with the next call.
 */
public interface Actors {

    /**
     * Returns the account with its present role.
     *
     * @throws dev.slipway.shared.UserFacingException with {@link AccountError#NOT_ALLOWED} if there is no such account
     *     or it is disabled
     */
    Actor require(AccountId account);

    /**
     * Returns the account with its present role, for a call that opens a connection or another resource, which must be
     * closed when the session ends.
     *
     * @throws dev.slipway.shared.UserFacingException as {@link #require(AccountId)}, or with {@link
     *     AccountError#NOT_SIGNED_IN} if the session has ended
     */
    Actor require(AccountId account, SessionKey session);
}
