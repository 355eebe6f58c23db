package dev.slipway.account.persistence;

import dev.slipway.account.Account;
import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.IssuedToken;
import dev.slipway.account.NewAccount;
import dev.slipway.account.SessionKey;
import dev.slipway.shared.AccountId;
import java.util.Optional;

/** What the platform itself does with accounts, when nobody is acting yet. */
public interface AccountLedger {
    boolean isEmpty();

    Account add(NewAccount draft);

    IssuedToken issueToken(AccountId account, String name);

    Optional<SignInRecord> findForSignIn(String email);

    Optional<SignInRecord> findForSession(AccountId id);

    /** Records a sign-in from a network address, and returns the principal that stands for it. */
    AccountPrincipal signedIn(AccountId id, String address);

    /** Whether the account has signed in from this network address before. */
    boolean isKnown(AccountId account, String address);

    /** Whether this sign-in or API token of the account exists and has not ended. */
    boolean isLive(AccountId account, SessionKey session);

    /** Ends a sign-in for good, and tells the other modules. */
    void signedOut(AccountId account, SessionKey session);

    /** Tells the other modules that the browser of this sign-in has gone; it may come back with its cookie. */
    void expired(AccountId account, SessionKey session);
}
