package dev.slipway.api;

import dev.slipway.account.SessionKey;
import dev.slipway.attempt.AttemptPreviews;
import dev.slipway.preview.OpenPort;
import dev.slipway.preview.OpenPorts;
import dev.slipway.preview.PreviewTicket;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Previews that nobody can open, of attempts that are open. */
record FakePreviews(FakeAttempts attempts) implements AttemptPreviews {

    @Override
    public PreviewTicket open(AccountId actor, SessionKey session, AttemptId id, NodeName node, int port) {
        attempts.workable(actor, id);
        var origin = URI.create("http://p" + port + "-" + node + "-abcdefghij.localhost:8080");
        return new PreviewTicket(origin, "secret", Instant.parse("2030-01-01T08:00:30Z"));
    }

    @Override
    public OpenPorts.Following followPorts(AccountId actor, AttemptId id) {
        attempts.workable(actor, id);
        return () -> {};
    }

    @Override
    public List<OpenPort> ports(AccountId actor, AttemptId id) {
        attempts.workable(actor, id);
        return List.of();
    }
}
