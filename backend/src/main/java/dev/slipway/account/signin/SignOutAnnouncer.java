package dev.slipway.account.signin;

import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.persistence.AccountLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.stereotype.Component;

/** Tells the other modules when somebody signs out, or a browser session runs out. */
@Component
class SignOutAnnouncer {
    private final AccountLedger ledger;

    SignOutAnnouncer(AccountLedger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(LogoutSuccessEvent event) {
        announce(event.getAuthentication().getPrincipal());
    }

    @EventListener
    void on(SessionDestroyedEvent event) {
        event.getSecurityContexts().forEach(context -> {
            var authentication = context.getAuthentication();
            if (authentication != null) {
                announce(authentication.getPrincipal());
            }
        });
    }

    private void announce(@Nullable Object principal) {
        if (principal instanceof AccountPrincipal account) {
            ledger.signedOut(account.id());
        }
    }
}
