package dev.slipway.account;

import dev.slipway.shared.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * All accounts. Every method takes the account that acts and throws {@link dev.slipway.shared.UserFacingException} with
 * {@link AccountError#NOT_ALLOWED} if it may not. What takes rights away ends the account's sessions: whoever it belongs
 * to has to sign in again.
 */
public interface Accounts {

    /** Makes an account; administrators only. */
    ListedAccount create(Account actor, NewAccount draft);

    /** One's own account, or any for staff; empty otherwise. */
    Optional<Account> find(Account actor, AccountId id);

    /** All accounts by e-mail address; administrators only. */
    List<ListedAccount> list(Account actor);

    /** Replaces one's own password, and ends one's sessions. Wrong guesses at the current one count as sign-ins. */
    void changePassword(Account actor, String current, NewPassword replacement);

    /** Replaces somebody's password, and ends their sessions; administrators only. */
    void resetPassword(Account actor, AccountId id, NewPassword replacement);

    /**
     * Gives another role, or takes away and gives back the right to sign in; administrators only. Another role and
     * disabling end the account's sessions. The last administrator who can sign in stays one.
     */
    ListedAccount change(Account actor, AccountId id, AccountChange change);
}
