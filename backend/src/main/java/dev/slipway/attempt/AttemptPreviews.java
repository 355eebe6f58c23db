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
 * Previews of attempts' machines. Every method takes the id of the account that acts and throws
 * {@link dev.slipway.shared.UserFacingException} unless it is the learner whose open attempt it is: what runs in a
 * learner's machine is a page in whoever's browser opens it, so nobody else's does.
 */
public interface AttemptPreviews {

    /**
     * A ticket for a node's port, open or not: what is not there says so in the preview. It ends with the session.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    PreviewTicket open(AccountId actor, SessionKey session, AttemptId id, NodeName node, int port);

    /** Follows which ports are open on the attempt's machines, until closed. */
    OpenPorts.Following followPorts(AccountId actor, AttemptId id);

    /** The ports that are known to be open now; none unless somebody follows them. */
    List<OpenPort> ports(AccountId actor, AttemptId id);
}
