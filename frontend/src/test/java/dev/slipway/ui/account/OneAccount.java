package dev.slipway.ui.account;

import dev.slipway.account.Account;
import dev.slipway.account.AccountChange;
import dev.slipway.account.Accounts;
import dev.slipway.account.ListedAccount;
import dev.slipway.account.NewAccount;
import dev.slipway.account.NewPassword;
import dev.slipway.shared.AccountId;
import dev.slipway.ui.testing.Samples;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;

/** An account whose password changes, and the names of the people of the samples. */
public final class OneAccount implements Accounts {
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
    public List<Account> findAll(AccountId actor, Collection<AccountId> ids) {
        return Stream.of(Samples.LEARNER, Samples.OTHER_LEARNER)
                .filter(account -> ids.contains(account.id()))
                .toList();
    }

    @Override
    public Slice<ListedAccount> list(AccountId actor, Pageable page) {
        return new SliceImpl<>(List.of());
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
