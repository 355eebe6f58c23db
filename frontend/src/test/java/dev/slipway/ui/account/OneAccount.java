package dev.slipway.ui.account;

import dev.slipway.account.Account;
import dev.slipway.account.AccountChange;
import dev.slipway.account.Accounts;
import dev.slipway.account.ListedAccount;
import dev.slipway.account.NewAccount;
import dev.slipway.account.NewPassword;
import dev.slipway.shared.AccountId;
import java.util.List;
import java.util.Optional;

/** An account that only supports a change of its password; screens call no other method. */
final class OneAccount implements Accounts {
    private Optional<String> password = Optional.empty();

    void clear() {
        password = Optional.empty();
    }

    Optional<String> password() {
        return password;
    }

    @Override
    public void changePassword(AccountId actor, String current, NewPassword replacement) {
        password = Optional.of(replacement.value());
    }

    @Override
    public ListedAccount create(AccountId actor, NewAccount draft) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Account> find(AccountId actor, AccountId id) {
        return Optional.empty();
    }

    @Override
    public List<ListedAccount> list(AccountId actor) {
        return List.of();
    }

    @Override
    public void resetPassword(AccountId actor, AccountId id, NewPassword replacement) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ListedAccount change(AccountId actor, AccountId id, AccountChange change) {
        throw new UnsupportedOperationException();
    }
}
