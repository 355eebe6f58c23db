package dev.slipway.account.persistence;

import dev.slipway.account.Account;
import dev.slipway.account.IssuedToken;
import dev.slipway.account.NewAccount;
import dev.slipway.shared.AccountId;
import java.util.Optional;

/** What the platform itself does with accounts, when nobody is acting yet. */
public interface AccountLedger {
    boolean isEmpty();

    Account add(NewAccount draft);

    IssuedToken issueToken(AccountId account, String name);

    Optional<SignInRecord> findForSignIn(String email);

    Optional<SignInRecord> findForSession(AccountId id);

    void signedIn(AccountId id);

    /** Says to other modules that the account's sessions are over. */
    void signedOut(AccountId id);
}
