package dev.slipway.preview;

import dev.slipway.account.SessionKey;
import dev.slipway.shared.AccountId;

/**
 * Previews of nodes' ports. Callers have checked that the person may use the sandbox. What a preview permits ends when
 * the session signs out or expires, when the account loses rights, and when the sandbox ends.
 */
public interface Previews {

    /**
     * A ticket with which a browser may open this port once, within 30 seconds. The same session gets the same origin
     * for the same port for as long as it is permitted to see it.
     *
     * @throws dev.slipway.shared.UserFacingException if browsers could not find previews at the address that is set up
     */
    PreviewTicket open(AccountId account, SessionKey session, PreviewTarget target);

    /** Ends every preview of an account, and everything that is being sent through one, at once. */
    void close(AccountId account);

    /** Ends every preview that one session opened, and everything that is being sent through one, at once. */
    void close(SessionKey session);
}
