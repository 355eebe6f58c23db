package dev.slipway.terminal.socket;

import static dev.slipway.terminal.session.SomeTerminals.TERMINAL;
import static dev.slipway.terminal.session.SomeTerminals.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

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
        var ticket = tickets.issue(ada, TERMINAL);

        assertThat(tickets.redeem(ticket)).hasValueSatisfying(grant -> {
            assertThat(grant.account()).isEqualTo(ada);
            assertThat(grant.terminal()).isEqualTo(TERMINAL);
        });
        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void ticketExpires() {
        var ticket = tickets.issue(anAccount(), TERMINAL);

        clock.advance(Duration.ofSeconds(30));

        assertThat(tickets.redeem(ticket)).isEmpty();
    }

    @Test
    void ticketsOfSignedOutAccountAreVoid() {
        var ada = anAccount();
        var bob = anAccount();
        var adas = tickets.issue(ada, TERMINAL);
        var bobs = tickets.issue(bob, TERMINAL);

        tickets.revoke(ada);

        assertThat(tickets.redeem(adas)).isEmpty();
        assertThat(tickets.redeem(bobs)).isPresent();
    }

    @Test
    void ticketsAreLongAndNeverTheSame() {
        assertThat(tickets.issue(anAccount(), TERMINAL)).hasSize(43).isNotEqualTo(tickets.issue(anAccount(), TERMINAL));
        assertThat(tickets.redeem("guess")).isEmpty();
    }
}
