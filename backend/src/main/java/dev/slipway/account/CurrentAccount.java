package dev.slipway.account;

import dev.slipway.shared.AccountId;
import java.util.Optional;

/**
 * The account of the present call: the signed-in person of a browser session, or the bearer of an API token. Callers pass
 * its id to the services, and keep nothing but that id.
 */
public interface CurrentAccount {

    /** Returns the account as it is now; empty if nobody is signed in, or the session has ended. */
    Optional<Account> find();

    /**
     * Returns the account as it is now.
     *
     * @throws dev.slipway.shared.UserFacingException if nobody is signed in
     */
    Account require();

    /**
     * Returns the id of the acting account.
     *
     * @throws dev.slipway.shared.UserFacingException if nobody is signed in
     */
    default AccountId requireId() {
        return require().id();
    }

    /**
     * Returns the session that the present call belongs to.
     *
     * @throws dev.slipway.shared.UserFacingException if nobody is signed in
     */
    SessionKey requireSession();
}
