package dev.slipway.account;

import dev.slipway.shared.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;

/**
 * All accounts. Every method takes the id of the account that acts and throws {@link dev.slipway.shared.UserFacingException} with
 * {@link AccountError#NOT_ALLOWED} if it may not. What takes rights away ends all of the account's sessions: its
 * owner has to sign in again.
 */
public interface Accounts {

    /** Makes an account; administrators only. */
    ListedAccount create(AccountId actor, NewAccount draft);

    /** One's own account, or any for staff; empty otherwise. */
    Optional<Account> find(AccountId actor, AccountId id);

    /** Returns those of these accounts that exist, in no order; staff only. */
    List<Account> findAll(AccountId actor, Collection<AccountId> ids);

    /** Returns a page of all accounts by e-mail address; administrators only. */
    Slice<ListedAccount> list(AccountId actor, Pageable page);

    /**
     * Replaces one's own password, and ends one's sessions. Wrong guesses at the current one count as sign-ins. API tokens
     * stay valid: their owner sees them, and revokes those that should go.
     */
    void changePassword(AccountId actor, String current, NewPassword replacement);

    /**
     * Replaces somebody's password, ends their sessions and revokes their API tokens; administrators only. A reset is for
     * an account that may be in the wrong hands, and a token that a stranger made would outlive the password.
     */
    void resetPassword(AccountId actor, AccountId id, NewPassword replacement);

    /**
     * Gives another role, or takes away and gives back the right to sign in; administrators only. Another role and
     * disabling end the account's sessions. The last administrator who can sign in stays one.
     */
    ListedAccount change(AccountId actor, AccountId id, AccountChange change);
}
