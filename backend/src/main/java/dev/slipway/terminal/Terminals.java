package dev.slipway.terminal;

import dev.slipway.account.SessionKey;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.AccountId;
import java.util.function.Consumer;

/** Terminal sessions, and the tickets that open them. Callers must first check that the user may use the sandbox. */
public interface Terminals {

    /**
     * Issues a ticket with which this sign-in of the account may connect to this terminal, once and within {@link
     * TerminalProperties#ticketLife()}.
     */
    String ticket(AccountId account, SessionKey session, TerminalKey terminal);

    /** Types into a terminal as its learner would. Starts its shell if there is none. */
    void type(TerminalKey terminal, String text);

    /** Ends a terminal's shell and notifies its viewers. Does nothing if the terminal has no shell. */
    void close(TerminalKey terminal);

    /**
     * Connects the platform itself to a terminal. Starts its shell if there is none.
     *
     * @param output receives the output, in order, on one thread; the next output is read only after it returns
     */
    FollowedTerminal follow(AccountId account, TerminalKey terminal, TerminalSize size, Consumer<byte[]> output);

    /** Closes every connection of an account that lost permissions, and revokes its tickets. */
    void disconnect(AccountId account);

    /** Closes every connection of a sign-in that ended, and revokes its tickets. */
    void disconnect(SessionKey session);
}
