package dev.slipway.preview.grant;

import static dev.slipway.preview.SomePreviews.NODE;
import static dev.slipway.preview.SomePreviews.SANDBOX;
import static dev.slipway.preview.SomePreviews.TARGET;
import static dev.slipway.preview.SomePreviews.anAccount;
import static dev.slipway.preview.SomePreviews.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.SessionKey;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.preview.grant.Grant.Admission;
import dev.slipway.sandbox.OneNode;
import dev.slipway.shared.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreviewGrantsTest {
    private static final SessionKey ADAS_SESSION = SessionKey.unshared();
    private static final SessionKey BOBS_SESSION = SessionKey.unshared();
    private Instant now = Instant.parse("2026-01-01T08:00:00Z");
    private final InstantSource time = () -> now;
    private final OneNode node = _ -> {
        throw new UnsupportedOperationException("no grant opens a stream by itself");
    };
    private final PreviewGrants grants = new PreviewGrants(node, settings(), time.withZone(ZoneOffset.UTC));
    private final AccountId ada = anAccount();
    private final AccountId bob = anAccount();

    @Test
    void ticketGivesAPassOnce() {
        var ticket = grants.issue(ada, ADAS_SESSION, TARGET);

        var pass = grants.redeem(name(ticket), ticket.secret(), false);

        assertThat(pass).isPresent();
        assertThat(grants.redeem(name(ticket), ticket.secret(), false)).isEmpty();
    }

    @Test
    void ticketEndsAfterItsTime() {
        var ticket = grants.issue(ada, ADAS_SESSION, TARGET);

        now = now.plus(Duration.ofSeconds(30));

        assertThat(grants.redeem(name(ticket), ticket.secret(), false)).isEmpty();
    }

    @Test
    void ticketOfAnotherPreviewIsWorthNothingAndSpent() {
        var adas = grants.issue(ada, ADAS_SESSION, TARGET);
        var bobs = grants.issue(bob, BOBS_SESSION, TARGET);

        assertThat(grants.redeem(name(bobs), adas.secret(), false)).isEmpty();
        assertThat(grants.redeem(name(adas), adas.secret(), false)).isEmpty();
    }

    @Test
    void accountKeepsTheOriginOfItsPort() {
        assertThat(name(grants.issue(ada, ADAS_SESSION, TARGET)))
                .isEqualTo(name(grants.issue(ada, ADAS_SESSION, TARGET)));
    }

    @Test
    void accountsAndPortsHaveOriginsOfTheirOwn() {
        var names = List.of(
                name(grants.issue(ada, ADAS_SESSION, TARGET)),
                name(grants.issue(bob, BOBS_SESSION, TARGET)),
                name(grants.issue(ada, ADAS_SESSION, new PreviewTarget(SANDBOX, NODE, 8081))));

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void passOpensItsOwnPreviewOnly() {
        var adas = grants.issue(ada, ADAS_SESSION, TARGET);
        var bobs = grants.issue(bob, BOBS_SESSION, TARGET);
        var pass = grants.redeem(name(adas), adas.secret(), true).orElseThrow();

        assertThat(grants.find(name(adas), List.of("guess", pass.secret()))).contains(pass);
        assertThat(grants.find(name(bobs), List.of(pass.secret()))).isEmpty();
        assertThat(grants.find(name(adas), List.of())).isEmpty();
    }

    @Test
    void endedGrantTakesTicketsPassesAndStreamsWithIt() {
        var ticket = grants.issue(ada, ADAS_SESSION, TARGET);
        var unused = grants.issue(ada, ADAS_SESSION, TARGET);
        var pass = grants.redeem(name(ticket), ticket.secret(), false).orElseThrow();
        var stream = new CountingStream();
        pass.grant().admit(stream);

        grants.end(grant -> grant.account().equals(ada));

        assertThat(stream.closed).isEqualTo(1);
        assertThat(grants.find(name(ticket), List.of(pass.secret()))).isEmpty();
        assertThat(grants.redeem(name(unused), unused.secret(), false)).isEmpty();
        assertThat(pass.grant().admit(new CountingStream())).isEqualTo(Admission.ENDED);
    }

    @Test
    void endedGrantLeadsToNoOtherPort() {
        var grant = grants.issue(ada, ADAS_SESSION, TARGET).grant();
        assertThat(grants.issueBeside(grant, 8081)).isPresent();

        grants.end(other -> other.session().equals(ADAS_SESSION));

        assertThat(grants.issueBeside(grant, 8081)).isEmpty();
    }

    @Test
    void othersGrantsGoOn() {
        var ticket = grants.issue(bob, BOBS_SESSION, TARGET);
        var pass = grants.redeem(name(ticket), ticket.secret(), false).orElseThrow();

        grants.end(grant -> grant.account().equals(ada));

        assertThat(grants.find(name(ticket), List.of(pass.secret()))).contains(pass);
    }

    @Test
    void previewHasOnlySoManyStreams() {
        var grant = grants.issue(ada, ADAS_SESSION, TARGET).grant();
        var streams = IntStream.range(0, 64).mapToObj(_ -> new CountingStream()).toList();
        streams.forEach(grant::admit);

        assertThat(grant.admit(new CountingStream())).isEqualTo(Admission.TOO_MANY);

        grant.leave(streams.getFirst());
        assertThat(grant.admit(new CountingStream())).isEqualTo(Admission.ADMITTED);
    }

    @Test
    void oldestPreviewMakesRoom() {
        var first = grants.issue(ada, ADAS_SESSION, TARGET);
        var pass = grants.redeem(name(first), first.secret(), false).orElseThrow();

        IntStream.range(0, 24)
                .forEach(i -> grants.issue(ada, ADAS_SESSION, new PreviewTarget(SANDBOX, NODE, 9000 + i)));

        assertThat(grants.find(name(first), List.of(pass.secret()))).isEmpty();
    }

    @Test
    void onlyStaleStreamsAreClosed() {
        var grant = grants.issue(ada, ADAS_SESSION, TARGET).grant();
        var fresh = new CountingStream();
        var stale = new CountingStream();
        stale.stale = true;
        grant.admit(fresh);
        grant.admit(stale);

        grants.closeStale();

        assertThat(fresh.closed).isZero();
        assertThat(stale.closed).isEqualTo(1);
    }

    private static PreviewName name(PreviewGrants.Ticket ticket) {
        return ticket.grant().name();
    }

    private static final class CountingStream implements OpenStream {
        private boolean stale;
        private int closed;

        @Override
        public boolean isStale() {
            return stale;
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
