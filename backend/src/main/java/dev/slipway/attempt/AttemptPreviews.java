package dev.slipway.attempt;

import dev.slipway.account.SessionKey;
import dev.slipway.preview.OpenPort;
import dev.slipway.preview.OpenPorts;
import dev.slipway.preview.PreviewTicket;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import java.util.List;

/**
 * Previews of the machines of attempts. Every method takes the id of the acting account and throws {@link
 * dev.slipway.shared.UserFacingException} unless that account is the learner of the attempt and the attempt is open.
 * Staff have no access: a preview shows a page from a learner's machine, and that page's scripts would run in the
 * browser of the staff member.
 */
public interface AttemptPreviews {

    /**
     * Returns a ticket that opens a preview of a node's port. The port need not be open: while no program listens on
     * it, the preview shows an error page. The ticket becomes invalid when the session ends.
     *
     * @throws IllegalArgumentException if the port number is invalid
     */
    PreviewTicket open(AccountId actor, SessionKey session, AttemptId id, NodeName node, int port);

    /** Watches the open ports of the attempt's machines until the caller closes the result. */
    OpenPorts.Following followPorts(AccountId actor, AttemptId id);

    /** Returns the ports that are known to be open now; empty unless a result of {@link #followPorts} is open. */
    List<OpenPort> ports(AccountId actor, AttemptId id);
}
