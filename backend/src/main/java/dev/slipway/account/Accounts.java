package dev.slipway.account;

import dev.slipway.shared.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;

/**
 * The service that manages accounts. Every method takes the id of the acting account, and throws {@link
 * dev.slipway.shared.UserFacingException} with {@link AccountError#NOT_ALLOWED} if that account lacks the permission.
 * Each method that changes an account's role or password, or disables the account, ends all of its sessions: the owner
 * has to sign in again.
 */
public interface Accounts {

    /** Creates an account; for administrators only. */
    ListedAccount create(AccountId actor, NewAccount draft);

    /**
     * Returns an account. Staff may read every account, learners only their own. The result is empty if there is no
     * such account or the learner may not read it.
     */
    Optional<Account> find(AccountId actor, AccountId id);

    /** Returns the accounts with these ids, in no order and without ids that do not exist; for staff only. */
    List<Account> findAll(AccountId actor, Collection<AccountId> ids);

    /** Returns a page of all accounts, sorted by e-mail address; for administrators only. */
    Slice<ListedAccount> list(AccountId actor, Pageable page);

    /**
     * Replaces the acting account's own password and ends its sessions. Wrong guesses at the current password are
     * limited like failed sign-ins, but counted separately. API tokens stay valid: their owner sees them in a list and
     * can revoke them.
     */
    void changePassword(AccountId actor, String current, NewPassword replacement);

    /**
     * Replaces the password of any account, ends its sessions and revokes its API tokens; for administrators only. An
     * administrator resets a password when an attacker may have used the account, and an API token that the attacker
     * created would otherwise stay valid.
     */
    void resetPassword(AccountId actor, AccountId id, NewPassword replacement);

    /**
     * Changes the role of an account, or disables or enables it; for administrators only. Both a change of the role and
     * disabling end the account's sessions.
     *
     * @throws dev.slipway.shared.UserFacingException with {@link AccountError#LAST_ADMINISTRATOR} if no administrator
     *     who can sign in would remain
     */
    ListedAccount change(AccountId actor, AccountId id, AccountChange change);
}
