package dev.slipway.attempt;

import dev.slipway.account.SessionKey;
import dev.slipway.preview.PreviewTicket;
import dev.slipway.preview.PublishedPort;
import dev.slipway.preview.PublishedPorts;
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
     * A ticket for a node's port, published or not: what is not there says so in the preview. It ends with the session.
     *
     * @throws IllegalArgumentException if there is no such port
     */
    PreviewTicket open(AccountId actor, SessionKey session, AttemptId id, NodeName node, int port);

    /** Follows which ports the attempt's machines publish, until closed. */
    PublishedPorts.Following followPorts(AccountId actor, AttemptId id);

    /** The ports that are known to be published now; none unless somebody follows them. */
    List<PublishedPort> ports(AccountId actor, AttemptId id);
}
