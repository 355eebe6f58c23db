package dev.slipway.account.persistence;

import dev.slipway.account.Account;
import dev.slipway.account.AccountError;
import dev.slipway.account.IssuedToken;
import dev.slipway.account.NewAccount;
import dev.slipway.account.SignedOut;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class StoredLedger implements AccountLedger {
    private final AccountRows rows;
    private final TokenIssuer issuer;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredLedger(
            AccountRows rows,
            TokenIssuer issuer,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.issuer = issuer;
        this.encoder = encoder;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return rows.count() == 0;
    }

    @Override
    public Account add(NewAccount draft) {
        if (rows.existsByEmail(draft.email().value())) {
            throw new UserFacingException(AccountError.EMAIL_TAKEN);
        }
        var hash = encoder.encode(draft.password().value());
        try {
            return rows.saveAndFlush(new AccountEntity(UUID.randomUUID(), draft, hash, clock.instant()))
                    .toAccount();
        } catch (DataIntegrityViolationException e) {
            throw new UserFacingException(e, AccountError.EMAIL_TAKEN);
        }
    }

    @Override
    public IssuedToken issueToken(AccountId account, String name) {
        return issuer.issue(account, name);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SignInRecord> findForSignIn(String email) {
        return rows.findByEmail(email).map(StoredLedger::toRecord);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SignInRecord> findForSession(AccountId id) {
        return rows.findById(id.value()).map(StoredLedger::toRecord);
    }

    @Override
    public void signedIn(AccountId id) {
        rows.signedIn(id.value(), clock.instant());
    }

    @Override
    public void signedOut(AccountId id) {
        events.publishEvent(new SignedOut(id));
    }

    private static SignInRecord toRecord(AccountEntity row) {
        return new SignInRecord(row.toAccount(), row.toPrincipal(), row.passwordHash(), row.isEnabled());
    }
}
