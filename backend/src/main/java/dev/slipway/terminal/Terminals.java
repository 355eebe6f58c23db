package dev.slipway.terminal;

import dev.slipway.account.SessionKey;
import dev.slipway.engine.TerminalSize;
import dev.slipway.shared.AccountId;
import java.util.function.Consumer;

/** Terminal sessions and the tickets that open them. Callers have checked that the person may use the sandbox. */
public interface Terminals {

    /** A ticket with which this session of the account may connect once, within 30 seconds, to this terminal. */
    String ticket(AccountId account, SessionKey session, TerminalKey terminal);

    /** Types into a terminal as its learner would, starting its shell if there is none. */
    void type(TerminalKey terminal, String text);

    /** Ends a terminal's shell and tells everybody who looks at it; nothing happens if it has none. */
    void close(TerminalKey terminal);

    /**
     * Looks at a terminal from inside the platform, starting its shell if there is none.
     *
     * @param output told of the output, in order, on one thread; each time before more is asked for
     */
    FollowedTerminal follow(AccountId account, TerminalKey terminal, TerminalSize size, Consumer<byte[]> output);

    /** Closes every connection of an account that lost rights, and voids its tickets. */
    void disconnect(AccountId account);

    /** Closes every connection of a session that ended, and voids its tickets. */
    void disconnect(SessionKey session);
}
