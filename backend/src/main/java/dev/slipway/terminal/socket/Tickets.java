package dev.slipway.terminal.socket;

import dev.slipway.account.SessionKey;
import dev.slipway.shared.AccountId;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.TerminalProperties;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Single-use secrets that open one terminal for one account within some seconds. They are kept in memory only; the map
 * is concurrent.
 */
@Component
class Tickets {
    /** 256 bits, which cannot be guessed. */
    private static final int BYTES = 32;

    private final ConcurrentMap<String, Grant> grants = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final TerminalProperties properties;
    private final Clock clock;

    record Grant(AccountId account, SessionKey session, TerminalKey terminal, Instant expires) {}

    Tickets(TerminalProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    String issue(AccountId account, SessionKey session, TerminalKey terminal) {
        var now = clock.instant();
        grants.values().removeIf(grant -> grant.expires().isBefore(now));
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        var ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        grants.put(ticket, new Grant(account, session, terminal, now.plus(properties.ticketLife())));
        return ticket;
    }

    /** Removes a ticket and returns its permission. Empty if the ticket is unknown, used or expired. */
    Optional<Grant> redeem(String ticket) {
        return Optional.ofNullable(grants.remove(ticket))
                .filter(grant -> clock.instant().isBefore(grant.expires()));
    }

    void revoke(Predicate<Grant> which) {
        grants.values().removeIf(which);
    }
}
