package dev.slipway.account.persistence;

import dev.slipway.account.Account;
import dev.slipway.account.AccountChange;
import dev.slipway.account.AccountError;
import dev.slipway.account.Accounts;
import dev.slipway.account.Actors;
import dev.slipway.account.EmailAddress;
import dev.slipway.account.ListedAccount;
import dev.slipway.account.NewAccount;
import dev.slipway.account.NewPassword;
import dev.slipway.account.Role;
import dev.slipway.account.RoleChanged;
import dev.slipway.account.limit.SignInLimits;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class JpaAccounts implements Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(JpaAccounts.class);

    private final AccountEntities rows;
    private final Actors actors;
    private final AccountSessions sessions;
    private final AccountLedger ledger;
    private final PasswordEncoder encoder;
    private final SignInLimits limits;
    private final ApplicationEventPublisher events;

    JpaAccounts(
            AccountEntities rows,
            Actors actors,
            AccountSessions sessions,
            AccountLedger ledger,
            PasswordEncoder encoder,
            SignInLimits limits,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.actors = actors;
        this.sessions = sessions;
        this.ledger = ledger;
        this.encoder = encoder;
        this.limits = limits;
        this.events = events;
    }

    @Override
    public ListedAccount create(AccountId actor, NewAccount draft) {
        actors.require(actor).requireAdministrator();
        var account = ledger.add(draft);
        LOG.info("account created account={} role={} by={}", account.id(), account.role(), actor);
        return row(account.id()).toListed();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Account> find(AccountId actor, AccountId id) {
        return actors.require(actor).isStaff() || actor.equals(id)
                ? rows.findById(id.value()).map(AccountEntity::toAccount)
                : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Account> findAll(AccountId actor, Collection<AccountId> ids) {
        actors.require(actor).requireStaff();
        return rows.findByIdIn(ids.stream().map(AccountId::value).toList()).stream()
                .map(AccountEntity::toAccount)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Slice<ListedAccount> list(AccountId actor, Pageable page) {
        actors.require(actor).requireAdministrator();
        return rows.findPage(page).map(AccountEntity::toListed);
    }

    @Override
    public void changePassword(AccountId actor, String current, NewPassword replacement) {
        var row = row(actors.require(actor).id());
        limits.takePassword(row.email());
        if (!encoder.matches(current, row.passwordHash())) {
            throw new UserFacingException(AccountError.PASSWORD_WRONG);
        }
        limits.passwordWasRight(row.email());
        replacePassword(row, replacement);
    }

    @Override
    public void resetPassword(AccountId actor, AccountId id, NewPassword replacement) {
        actors.require(actor).requireAdministrator();
        replacePassword(row(id), replacement);
        sessions.revokeTokens(id);
        LOG.info("password reset account={} by={}", id, actor);
    }

    @Override
    public ListedAccount change(AccountId actor, AccountId id, AccountChange change) {
        actors.require(actor).requireAdministrator();
        var row = row(id);
        change.role().filter(role -> role != row.role()).ifPresent(role -> changeRole(actor, row, role));
        change.enabled().filter(enabled -> enabled != row.isEnabled()).ifPresent(enabled -> {
            if (enabled) {
                enable(actor, row);
            } else {
                disable(actor, row);
            }
        });
        return row.toListed();
    }

    private void changeRole(AccountId actor, AccountEntity row, Role role) {
        requireAnotherAdministrator(row);
        var before = row.role();
        row.changeRole(role);
        var id = row.toAccount().id();
        events.publishEvent(new RoleChanged(id, before, role));
        sessions.endAll(id);
        LOG.info("role changed account={} before={} after={} by={}", id, before, role, actor);
    }

    private void disable(AccountId actor, AccountEntity row) {
        requireAnotherAdministrator(row);
        row.disable();
        var id = row.toAccount().id();
        sessions.endAll(id);
        LOG.info("account disabled account={} by={}", id, actor);
    }

    private static void enable(AccountId actor, AccountEntity row) {
        row.enable();
        LOG.info("account enabled account={} by={}", row.toAccount().id(), actor);
    }

    private void replacePassword(AccountEntity row, NewPassword replacement) {
        replacement.requireOtherThan(new EmailAddress(row.email()));
        row.replacePassword(encoder.encode(replacement.value()));
        sessions.endAll(row.toAccount().id());
    }

    private void requireAnotherAdministrator(AccountEntity row) {
        if (row.isActiveAdministrator()
                && rows.findByRoleAndEnabledTrue(Role.ADMINISTRATOR).size() < 2) {
            throw new UserFacingException(AccountError.LAST_ADMINISTRATOR);
        }
    }

    private AccountEntity row(AccountId id) {
        return rows.findById(id.value()).orElseThrow(() -> new UserFacingException(AccountError.NO_SUCH_ACCOUNT));
    }
}
