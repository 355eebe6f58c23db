package dev.slipway.terminal.socket;

import dev.slipway.account.RightsLost;
import dev.slipway.account.SignedOut;
import dev.slipway.terminal.Terminals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Closes terminal connections whose session has ended or whose account has lost rights. Runs directly after the commit
 * and on the same thread, because access must end within a second.
 */
@Component
class SignOutListener {
    private final Terminals terminals;

    SignOutListener(Terminals terminals) {
        this.terminals = terminals;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SignedOut event) {
        terminals.disconnect(event.session());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(RightsLost event) {
        terminals.disconnect(event.account());
    }
}
