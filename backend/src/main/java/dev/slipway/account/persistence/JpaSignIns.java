package dev.slipway.account.persistence;

import dev.slipway.account.AccountError;
import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.Actors;
import dev.slipway.account.SessionKey;
import dev.slipway.account.SignIn;
import dev.slipway.account.SignIns;
import dev.slipway.account.SignedOut;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class JpaSignIns implements SignIns {
    private final SignInEntities rows;
    private final AccountEntities accounts;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    JpaSignIns(
            SignInEntities rows,
            AccountEntities accounts,
            Actors actors,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String remember(SessionKey session, String browser) {
        var secret = TokenSecrets.create(random);
        rows.findById(session.value())
                .orElseThrow(() -> new UserFacingException(AccountError.NOT_SIGNED_IN))
                .remember(TokenSecrets.hash(secret), browser);
        return secret;
    }

    @Override
    public Optional<AccountPrincipal> resume(String secret, String address) {
        var now = clock.instant();
        var row = rows.findBySecretHash(TokenSecrets.hash(secret)).filter(found -> found.isRememberedAt(now));
        var account = row.flatMap(found -> accounts.findById(found.accountId())).filter(AccountEntity::isEnabled);
        row.ifPresent(found -> rows.used(found.id(), SignInEntity.cut(address, SignInEntity.MAX_ADDRESS), now));
        return account.map(found -> found.toPrincipal(row.orElseThrow().id()));
    }

    @Override
    public void used(SessionKey session, String address) {
        var now = clock.instant();
        rows.findById(session.value())
                .filter(row -> row.useIsNewsAt(now))
                .ifPresent(row -> rows.used(row.id(), SignInEntity.cut(address, SignInEntity.MAX_ADDRESS), now));
    }

    @Override
    public void end(String secret) {
        rows.findBySecretHash(TokenSecrets.hash(secret))
                .map(row -> new SignedOut(new AccountId(row.accountId()), new SessionKey(row.id())))
                .ifPresent(this::remove);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SignIn> list(AccountId actor) {
        return rows
                .findByAccountIdOrderByLastUsedAtDesc(actors.require(actor).id().value())
                .stream()
                .map(SignInEntity::toSignIn)
                .toList();
    }

    @Override
    public void end(AccountId actor, SessionKey session) {
        if (!remove(new SignedOut(actors.require(actor).id(), session))) {
            throw new UserFacingException(AccountError.NO_SUCH_SESSION);
        }
    }

    @Override
    public int endOthers(AccountId actor, SessionKey kept) {
        var others = list(actor).stream()
                .map(SignIn::session)
                .filter(session -> !session.equals(kept))
                .toList();
        others.forEach(session -> remove(new SignedOut(actor, session)));
        return others.size();
    }

    private boolean remove(SignedOut end) {
        var gone =
                rows.deleteByIdAndAccountId(end.session().value(), end.account().value()) > 0;
        if (gone) {
            events.publishEvent(end);
        }
        return gone;
    }
}
