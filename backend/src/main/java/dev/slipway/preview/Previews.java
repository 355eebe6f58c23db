package dev.slipway.preview;

import dev.slipway.account.SessionKey;
import dev.slipway.shared.AccountId;

/**
 * Previews of nodes' ports. Callers have checked that the account may use the sandbox. A preview ends when the session
 * signs out or expires, when the account loses rights, and when the sandbox ends.
 */
public interface Previews {

    /**
     * Returns a ticket with which a browser may open this port once, within 30 seconds. A session gets the same origin
     * for the same port for as long as its permission lasts.
     *
     * @throws dev.slipway.shared.UserFacingException if the configured host of previews does not work for browsers on
     *     other machines
     */
    PreviewTicket open(AccountId account, SessionKey session, PreviewTarget target);

    /** Ends all previews of an account at once, with everything that is being transferred. */
    void close(AccountId account);

    /** Ends all previews that a session opened at once, with everything that is being transferred. */
    void close(SessionKey session);
}
