package dev.slipway.account.persistence;

import dev.slipway.account.AccountError;
import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.Actors;
import dev.slipway.account.ApiToken;
import dev.slipway.account.ApiTokenId;
import dev.slipway.account.ApiTokens;
import dev.slipway.account.IssuedToken;
import dev.slipway.account.SessionKey;
import dev.slipway.account.SignedOut;
import dev.slipway.account.limit.SignInLimits;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class JpaApiTokens implements ApiTokens {
    private final ApiTokenEntities rows;
    private final AccountEntities accounts;
    private final Actors actors;
    private final TokenIssuer issuer;
    private final SignInLimits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JpaApiTokens(
            ApiTokenEntities rows,
            AccountEntities accounts,
            Actors actors,
            TokenIssuer issuer,
            SignInLimits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.actors = actors;
        this.issuer = issuer;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public IssuedToken issue(AccountId actor, String name) {
        return issuer.issue(actors.require(actor).id(), name);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ApiToken> list(AccountId actor) {
        return rows
                .findByAccountIdOrderByCreatedAtDesc(actors.require(actor).id().value())
                .stream()
                .map(ApiTokenEntity::toToken)
                .toList();
    }

    @Override
    public void revoke(AccountId actor, ApiTokenId id) {
        if (rows.deleteByIdAndAccountId(id.value(), actors.require(actor).id().value()) == 0) {
            throw new UserFacingException(AccountError.NO_SUCH_TOKEN);
        }
        events.publishEvent(new SignedOut(actor, new SessionKey(id.value())));
    }

    @Override
    public AccountPrincipal authenticate(String secret, String address) {
        return find(secret).orElseGet(() -> {
            limits.badToken(address);
            throw new UserFacingException(AccountError.TOKEN_INVALID);
        });
    }

    private Optional<AccountPrincipal> find(String secret) {
        var token = rows.findBySecretHash(TokenSecrets.hash(secret));
        var account = token.flatMap(t -> accounts.findById(t.accountId())).filter(AccountEntity::isEnabled);
        if (account.isPresent()) {
            var now = clock.instant();
            token.filter(t -> t.useIsNewsAt(now)).ifPresent(t -> rows.used(t.id(), now));
        }
        return account.map(row -> row.toPrincipal(token.orElseThrow().id()));
    }
}
