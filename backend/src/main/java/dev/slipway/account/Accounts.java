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
    Account create(Account actor, NewAccount draft);

    /** One's own account, or any for staff; empty otherwise. */
    Optional<Account> find(Account actor, AccountId id);

    /** All accounts by e-mail address; administrators only. */
    List<ListedAccount> list(Account actor);

    /** Replaces one's own password, and ends one's sessions. Wrong guesses at the current one count as sign-ins. */
    void changePassword(Account actor, String current, NewPassword replacement);

    /** Replaces somebody's password, and ends their sessions; administrators only. */
    void resetPassword(Account actor, AccountId id, NewPassword replacement);

    /** Gives another role, and ends the account's sessions; administrators only. The last administrator stays one. */
    Account changeRole(Account actor, AccountId id, Role role);

    /** Keeps the account but lets nobody sign in to it; administrators only. The last administrator stays enabled. */
    void disable(Account actor, AccountId id);

    /** Lets a disabled account sign in again; administrators only. */
    void enable(Account actor, AccountId id);
}
