package dev.slipway.terminal.socket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.account.SessionKey;
import dev.slipway.shared.AccountId;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.TerminalProperties;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Single-use secrets, each of which opens one terminal for one account and expires after some seconds. They are kept
 * only in memory. Locking: this object's monitor guards both maps. A grant is in one of the maps from its issue until
 * its connection is registered among the sessions, so that {@link #revoke} finds it. The caller of {@link #revoke}
 * finds the connections that are registered.
 */
@Component
class Tickets {
    /** Length of a secret: 256 bits, so that it cannot be guessed. */
    private static final int BYTES = 32;

    @GuardedBy("this")
    private final Map<String, Grant> grants = new HashMap<>();

    /** Grants of redeemed tickets whose connections are not registered yet. */
    @GuardedBy("this")
    private final Map<String, Grant> opening = new HashMap<>();

    private final SecureRandom random = new SecureRandom();
    private final TerminalProperties properties;
    private final Clock clock;

    record Grant(AccountId account, SessionKey session, TerminalKey terminal, Instant expires) {}

    Tickets(TerminalProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    synchronized String issue(AccountId account, SessionKey session, TerminalKey terminal) {
        var now = clock.instant();
        grants.values().removeIf(grant -> grant.expires().isBefore(now));
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        grants.put(ticket, new Grant(account, session, terminal, now.plus(properties.ticketLife())));
        return ticket;
    }

    /**
     * Redeems a ticket and returns its grant; empty if the ticket is unknown, already redeemed or expired. The caller
     * registers the connection and then asks {@link #isOpened} whether the connection may stay open.
     */
    synchronized Optional<Grant> redeem(String ticket) {
        var grant = Optional.ofNullable(grants.remove(ticket))
                .filter(found -> clock.instant().isBefore(found.expires()));
        grant.ifPresent(found -> opening.put(ticket, found));
        return grant;
    }

    /** Completes the redemption of a ticket; returns false if its grant was revoked meanwhile. */
    synchronized boolean isOpened(String ticket) {
        return opening.remove(ticket) != null;
    }

    /** Revokes the matching grants. Afterwards, the caller must close the connections that are already registered. */
    synchronized void revoke(Predicate<Grant> which) {
        grants.values().removeIf(which);
        opening.values().removeIf(which);
    }
}
