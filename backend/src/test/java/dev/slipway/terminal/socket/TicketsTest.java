package dev.slipway.terminal.socket;

import static dev.slipway.terminal.session.SomeTerminals.TERMINAL;
import static dev.slipway.terminal.session.SomeTerminals.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.SessionKey;
import dev.slipway.terminal.session.SettableClock;
import dev.slipway.terminal.session.SomeTerminals;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private final SettableClock clock = new SettableClock();
    private final Tickets tickets = new Tickets(SomeTerminals.settings(), clock);

    @Test
    void ticketOpensItsTerminalForItsAccountOnce() {
        var ada = anAccount();
        var ticket = tickets.issue(ada, SessionKey.unshared(), TERMINAL);

        assertThat(tickets.redeem(ticket)).hasValueSatisfying(grant -> {
            assertThat(grant.account()).isEqualTo(ada);
            assertThat(grant.terminal()).isEqualTo(TERMINAL);
        });
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void ticketExpires() {
        var ticket = tickets.issue(anAccount(), SessionKey.unshared(), TERMINAL);

        clock.advance(Duration.ofSeconds(30));

        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void ticketsOfSignedOutAccountAreVoid() {
        var ada = anAccount();
        var bob = anAccount();
        var adas = tickets.issue(ada, SessionKey.unshared(), TERMINAL);
        var bobs = tickets.issue(bob, SessionKey.unshared(), TERMINAL);

        tickets.revoke(grant -> grant.account().equals(ada));

        assertThat(tickets.redeem(adas)).isEmpty();
        assertThat(tickets.redeem(bobs)).isPresent();
    }

    @Test
    void grantThatIsRevokedBeforeItsConnectionIsRegisteredDoesNotLast() {
        var ada = anAccount();
        var revoked = tickets.issue(ada, SessionKey.unshared(), TERMINAL);
        var kept = tickets.issue(anAccount(), SessionKey.unshared(), TERMINAL);
        tickets.redeem(revoked);
        tickets.redeem(kept);

        tickets.revoke(grant -> grant.account().equals(ada));

        assertThat(tickets.isOpened(revoked)).isFalse();
        assertThat(tickets.isOpened(kept)).isTrue();
    }

    @Test
    void ticketsAreLongAndNeverTheSame() {
        assertThat(tickets.issue(anAccount(), SessionKey.unshared(), TERMINAL))
                .hasSize(43)
                .isNotEqualTo(tickets.issue(anAccount(), SessionKey.unshared(), TERMINAL));
        assertThat(tickets.redeem("guess")).isEmpty();
    }
}
