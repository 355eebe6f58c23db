package dev.slipway.terminal.socket;

import dev.slipway.account.SessionKey;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.AccountId;
import dev.slipway.terminal.FollowedTerminal;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.Terminals;
import dev.slipway.terminal.session.Sessions;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

@Service
class InMemoryTerminals implements Terminals {
    private final Tickets tickets;
    private final Sessions sessions;

    InMemoryTerminals(Tickets tickets, Sessions sessions) {
        this.tickets = tickets;
        this.sessions = sessions;
    }

    @Override
    public String ticket(AccountId account, SessionKey session, TerminalKey terminal) {
        return tickets.issue(account, session, terminal);
    }

    @Override
    public void type(TerminalKey terminal, String text) {
        sessions.type(terminal, text);
    }

    @Override
    public void close(TerminalKey terminal) {
        sessions.close(terminal);
    }

    @Override
    public FollowedTerminal follow(
            AccountId account, TerminalKey terminal, TerminalSize size, Consumer<byte[]> output) {
        return InsideViewer.attach(sessions, account, terminal, size, output);
    }

    @Override
    public void disconnect(AccountId account) {
        tickets.revoke(grant -> grant.account().equals(account));
        sessions.disconnect(account);
    }

    @Override
    public void disconnect(SessionKey session) {
        tickets.revoke(grant -> grant.session().equals(session));
        sessions.disconnect(session);
    }
}
