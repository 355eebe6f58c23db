package dev.slipway.terminal.socket;

import dev.slipway.account.RightsLost;
import dev.slipway.account.SignedOut;
import dev.slipway.platform.AfterCommit;
import dev.slipway.terminal.Terminals;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes terminal connections whose sign-in has ended or whose account has lost permissions. Runs directly after the
 * commit, because access must end within a second.
 */
@Component
class SignOutListener {
    private final Terminals terminals;

    SignOutListener(Terminals terminals) {
        this.terminals = terminals;
    }

    @EventListener
    void on(SignedOut event) {
        AfterCommit.start("terminal-sign-out", () -> terminals.disconnect(event.session()));
    }

    @EventListener
    void on(RightsLost event) {
        AfterCommit.start("terminal-rights-lost", () -> terminals.disconnect(event.account()));
    }
}
