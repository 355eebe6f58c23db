package dev.slipway.terminal.socket;

import dev.slipway.account.SignedOut;
import dev.slipway.terminal.Terminals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Nobody types on who has signed out. */
@Component
class SignOutListener {
    private final Terminals terminals;

    SignOutListener(Terminals terminals) {
        this.terminals = terminals;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SignedOut event) {
        terminals.disconnect(event.account());
    }
}
