package dev.slipway.attempt.progress;

import dev.slipway.account.SessionKey;
import dev.slipway.attempt.AttemptPreviews;
import dev.slipway.preview.OpenPort;
import dev.slipway.preview.OpenPorts;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.preview.PreviewTicket;
import dev.slipway.preview.Previews;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import java.util.List;
import org.springframework.stereotype.Service;

/** Opens previews of an attempt's machines, for the learner of the attempt only. */
@Service
final class AuthorizedAttemptPreviews implements AttemptPreviews {
    private final AttemptStore store;
    private final Machines machines;
    private final Previews previews;
    private final OpenPorts ports;

    AuthorizedAttemptPreviews(AttemptStore store, Machines machines, Previews previews, OpenPorts ports) {
        this.store = store;
        this.machines = machines;
        this.previews = previews;
        this.ports = ports;
    }

    @Override
    public PreviewTicket open(AccountId actor, SessionKey session, AttemptId id, NodeName node, int port) {
        store.workable(actor, id);
        var sandbox = machines.usable(id);
        if (!sandbox.has(node)) {
            throw new UserFacingException(SandboxError.NODE_NOT_FOUND, node);
        }
        var ticket = previews.open(actor, session, new PreviewTarget(sandbox.id(), node, port));
        store.requireSession(actor, session);
        return ticket;
    }

    @Override
    public OpenPorts.Following followPorts(AccountId actor, AttemptId id) {
        store.workable(actor, id);
        var sandbox = machines.usable(id);
        return ports.follow(sandbox.id(), sandbox.nodeNames());
    }

    @Override
    public List<OpenPort> ports(AccountId actor, AttemptId id) {
        store.workable(actor, id);
        return ports.of(machines.usable(id).id());
    }
}
