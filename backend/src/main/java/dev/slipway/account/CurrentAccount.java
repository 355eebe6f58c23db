package dev.slipway.account;

import dev.slipway.shared.AccountId;
import java.util.Optional;

/**
 * The account that makes the present call: the owner of the browser's session or of the API token. Callers pass the
 * account's id to the services, and must keep only this id for later calls.
 */
public interface CurrentAccount {

    /** Returns the account in its present state; empty if the call has no session, or the session has ended. */
    Optional<Account> find();

    /**
     * Returns the account in its present state.
     *
     * @throws dev.slipway.shared.UserFacingException with {@link AccountError#NOT_SIGNED_IN} if the call has no live
     *     session
     */
    Account require();

    /**
     * Returns the id of the acting account.
     *
     * @throws dev.slipway.shared.UserFacingException as {@link #require()}
     */
    default AccountId requireId() {
        return require().id();
    }

    /**
     * Returns the session that the present call belongs to.
     *
     * @throws dev.slipway.shared.UserFacingException as {@link #require()}
     */
    SessionKey requireSession();
}
