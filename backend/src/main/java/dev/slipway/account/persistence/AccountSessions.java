package dev.slipway.account.persistence;

import dev.slipway.account.RightsLost;
import dev.slipway.shared.AccountId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends the sessions of an account within the transaction that reduces its rights. */
@Component
class AccountSessions {
    private final SignInEntities signIns;
    private final ApiTokenEntities tokens;
    private final ApplicationEventPublisher events;

    AccountSessions(SignInEntities signIns, ApiTokenEntities tokens, ApplicationEventPublisher events) {
        this.signIns = signIns;
        this.tokens = tokens;
        this.events = events;
    }

    /** Ends all sessions of an account, and invalidates the cookies with which browsers could resume them. */
    void endAll(AccountId account) {
        signIns.deleteByAccountId(account.value());
        events.publishEvent(new RightsLost(account));
    }

    void revokeTokens(AccountId account) {
        tokens.deleteByAccountId(account.value());
    }
}
