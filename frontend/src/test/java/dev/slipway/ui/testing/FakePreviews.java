package dev.slipway.ui.testing;

import dev.slipway.account.SessionKey;
import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.AttemptPreviews;
import dev.slipway.preview.OpenPort;
import dev.slipway.preview.OpenPorts;
import dev.slipway.preview.PreviewTicket;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import java.net.URI;
import java.util.List;

/** Previews of ports that a test sets. Only the learner may see them. */
public final class FakePreviews implements AttemptPreviews {
    private List<OpenPort> ports = List.of();
    private int followers;
    private int tickets;

    public void publish(OpenPort... published) {
        ports = List.of(published);
    }

    /** Returns the number of pages that follow the ports. */
    public int followers() {
        return followers;
    }

    @Override
    public PreviewTicket open(AccountId actor, SessionKey session, AttemptId id, NodeName node, int port) {
        requireLearner(actor);
        tickets++;
        return new PreviewTicket(URI.create("http://p" + port + "-" + node + ".test"), "ticket" + tickets, Samples.NOW);
    }

    @Override
    public OpenPorts.Following followPorts(AccountId actor, AttemptId id) {
        requireLearner(actor);
        followers++;
        return () -> followers--;
    }

    @Override
    public List<OpenPort> ports(AccountId actor, AttemptId id) {
        requireLearner(actor);
        return ports;
    }

    private static void requireLearner(AccountId actor) {
        if (!actor.equals(Samples.LEARNER.id())) {
            throw new UserFacingException(AttemptError.NOT_YOUR_ATTEMPT);
        }
    }
}
