package dev.slipway.account.persistence;

import dev.slipway.account.Account;
import dev.slipway.account.AccountError;
import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.IssuedToken;
import dev.slipway.account.NewAccount;
import dev.slipway.account.SessionKey;
import dev.slipway.account.SignedOut;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JpaAccountLedger implements AccountLedger {
    /** Time without a sign-in after which a known network address is removed: a school term. */
    private static final Duration ADDRESS_LIFE = Duration.ofDays(180);

    private final AccountEntities rows;
    private final SignInEntities signIns;
    private final ApiTokenEntities tokens;
    private final KnownAddressEntities addresses;
    private final TokenIssuer issuer;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JpaAccountLedger(
            AccountEntities rows,
            SignInEntities signIns,
            ApiTokenEntities tokens,
            KnownAddressEntities addresses,
            TokenIssuer issuer,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.signIns = signIns;
        this.tokens = tokens;
        this.addresses = addresses;
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
        return rows.findByEmail(email).map(JpaAccountLedger::toRecord);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SignInRecord> findForSession(AccountId id) {
        return rows.findById(id.value()).map(JpaAccountLedger::toRecord);
    }

    @Override
    public AccountPrincipal signedIn(AccountId id, String address) {
        var now = clock.instant();
        signIns.deleteUnusedSince(now, now.minus(SignInEntity.IDLE_LIFE));
        rows.signedIn(id.value(), now);
        addresses.deleteUnusedSince(now.minus(ADDRESS_LIFE));
        addresses.save(new KnownAddressEntity(id, address, now));
        var row = signIns.save(new SignInEntity(UUID.randomUUID(), id.value(), address, now));
        return rows.findById(id.value()).orElseThrow().toPrincipal(row.id());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isKnown(AccountId account, String address) {
        return addresses.existsById(KnownAddressEntity.id(account, address));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isLive(AccountId account, SessionKey session) {
        return signIns.existsByIdAndAccountId(session.value(), account.value())
                || tokens.existsByIdAndAccountId(session.value(), account.value());
    }

    @Override
    public void signedOut(AccountId account, SessionKey session) {
        signIns.deleteByIdAndAccountId(session.value(), account.value());
        events.publishEvent(new SignedOut(account, session));
    }

    @Override
    public void expired(AccountId account, SessionKey session) {
        events.publishEvent(new SignedOut(account, session));
    }

    private static SignInRecord toRecord(AccountEntity row) {
        return new SignInRecord(row.toAccount(), row.epoch(), row.passwordHash(), row.isEnabled());
    }
}
