package dev.slipway.attempt.progress;

import dev.slipway.account.SessionKey;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.Terminals;
import org.springframework.stereotype.Component;

/** Terminals of an attempt's machines. Callers must have checked the permission to work in the attempt. */
@Component
final class AttemptTerminals {
    private final Terminals terminals;

    AttemptTerminals(Terminals terminals) {
        this.terminals = terminals;
    }

    String ticket(AccountId account, SessionKey session, Sandbox sandbox, NodeName node, int number) {
        return terminals.ticket(account, session, key(sandbox, node, number));
    }

    void close(Sandbox sandbox, NodeName node, int number) {
        terminals.close(key(sandbox, node, number));
    }

    /** Types a command and Enter into a node's first terminal. */
    void run(Sandbox sandbox, NodeName node, String command) {
        terminals.type(key(sandbox, node, 1), command.stripTrailing() + "\r");
    }

    private static TerminalKey key(Sandbox sandbox, NodeName node, int number) {
        if (!sandbox.has(node)) {
            throw new UserFacingException(SandboxError.NODE_NOT_FOUND, node);
        }
        return new TerminalKey(sandbox.id(), node, number);
    }
}
