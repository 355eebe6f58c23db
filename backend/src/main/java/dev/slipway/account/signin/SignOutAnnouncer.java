package dev.slipway.account.signin;

import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.persistence.AccountLedger;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/** Ends the sign-in of a browser that signs out. */
@Component
class SignOutAnnouncer {
    private final AccountLedger ledger;

    SignOutAnnouncer(AccountLedger ledger) {
        this.ledger = ledger;
    }

    @EventListener
    void on(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof AccountPrincipal principal) {
            ledger.signedOut(principal.id(), principal.sessionKey());
        }
    }
}
