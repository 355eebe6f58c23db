package dev.slipway.preview;

import dev.slipway.account.SessionKey;
import dev.slipway.shared.AccountId;

/**
 * Previews of nodes' ports. Callers must first check that the account may use the sandbox. A preview ends when the
 * session signs out or expires, when the account loses rights, and when the sandbox ends.
 */
public interface Previews {

    /**
     * Returns a ticket with which a browser may open this port once and within {@link PreviewProperties#ticketLife()}.
     * A session gets the same origin for the same port until the preview ends.
     *
     * @throws dev.slipway.shared.UserFacingException if the configured host of previews does not work for browsers on
     *     other machines
     */
    PreviewTicket open(AccountId account, SessionKey session, PreviewTarget target);

    /** Immediately ends all previews of an account and closes their open connections. */
    void close(AccountId account);

    /** Immediately ends all previews that a session opened and closes their open connections. */
    void close(SessionKey session);
}
