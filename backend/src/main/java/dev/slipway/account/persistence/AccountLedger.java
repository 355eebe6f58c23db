package dev.slipway.account.persistence;

import dev.slipway.account.Account;
import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.IssuedToken;
import dev.slipway.account.NewAccount;
import dev.slipway.account.SessionKey;
import dev.slipway.shared.AccountId;
import java.util.Optional;

/** Operations on accounts for the platform itself, without an acting account: at the first run and during sign-in. */
public interface AccountLedger {
    boolean isEmpty();

    Account add(NewAccount draft);

    IssuedToken issueToken(AccountId account, String name);

    Optional<SignInRecord> findForSignIn(String email);

    Optional<SignInRecord> findForSession(AccountId id);

    /** Records a sign-in from a network address, and returns the principal of this sign-in. */
    AccountPrincipal signedIn(AccountId id, String address);

    /** Returns whether the account has signed in from this network address before. */
    boolean isKnown(AccountId account, String address);

    /** Returns whether this sign-in or API token belongs to the account and has not ended. */
    boolean isLive(AccountId account, SessionKey session);

    /** Ends a sign-in permanently, and notifies the other modules. */
    void signedOut(AccountId account, SessionKey session);

    /**
     * Notifies the other modules that the HTTP session of this sign-in has ended. The browser can still resume the
     * sign-in with its cookie.
     */
    void expired(AccountId account, SessionKey session);
}
