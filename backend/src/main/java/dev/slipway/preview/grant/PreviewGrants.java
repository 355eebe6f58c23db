package dev.slipway.preview.grant;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.account.SessionKey;
import dev.slipway.preview.PreviewProperties;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.shared.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * All grants with their tickets and passes, in memory only: after a restart of the platform, learners must open their
 * previews again. Locking: this object's monitor guards the maps; grants are ended without the monitor held, because
 * that closes streams.
 */
@Component
public final class PreviewGrants {
    /** Maximum number of previews of an account: more than one learner uses. Beyond it, the oldest preview is ended. */
    private static final int MAX_PER_ACCOUNT = 24;

    /**
     * Maximum number of passes of a preview: more than the tabs that a learner opens. Beyond it, the oldest pass is
     * removed.
     */
    private static final int MAX_PASSES = 16;

    /**
     * Maximum number of tickets: more than a school needs within the life of a ticket. Beyond it, the oldest ticket is
     * removed.
     */
    private static final int MAX_TICKETS = 4096;

    @GuardedBy("this")
    private final Map<PreviewName, Grant> grants = new LinkedHashMap<>();

    @GuardedBy("this")
    private final Map<String, Ticket> tickets = new LinkedHashMap<>();

    @GuardedBy("this")
    private final Map<String, Pass> passes = new LinkedHashMap<>();

    private final Secrets secrets = new Secrets();
    private final NodeStreams streams;
    private final PreviewProperties properties;
    private final Clock clock;

    /** Secret that a browser exchanges for a pass, once. */
    public record Ticket(String secret, Grant grant, Instant expiresAt) {}

    PreviewGrants(NodeStreams streams, PreviewProperties properties, Clock clock) {
        this.streams = streams;
        this.properties = properties;
        this.clock = clock;
    }

    Ticket issue(AccountId account, SessionKey session, PreviewTarget target) {
        var ticket = add(account, session, target);
        endSurplus(ticket.grant());
        return ticket;
    }

    private synchronized Ticket add(AccountId account, SessionKey session, PreviewTarget target) {
        var now = clock.instant();
        tickets.values().removeIf(old -> !now.isBefore(old.expiresAt()));
        var ticket = new Ticket(secrets.secret(), grant(account, session, target), now.plus(properties.ticketLife()));
        if (tickets.size() >= MAX_TICKETS) {
            tickets.remove(tickets.keySet().iterator().next());
        }
        tickets.put(ticket.secret(), ticket);
        return ticket;
    }

    private void endSurplus(Grant kept) {
        end(surplus(kept)::contains);
    }

    private synchronized List<Grant> surplus(Grant kept) {
        var own = grants.values().stream()
                .filter(other -> other.account().equals(kept.account()))
                .toList();
        return own.stream()
                .filter(other -> other != kept)
                .limit(Math.max(0, own.size() - MAX_PER_ACCOUNT))
                .toList();
    }

    @GuardedBy("this")
    private Grant grant(AccountId account, SessionKey session, PreviewTarget target) {
        return grants.values().stream()
                .filter(grant ->
                        grant.session().equals(session) && grant.target().equals(target))
                .findFirst()
                .orElseGet(() -> {
                    var name = new PreviewName(target.port(), target.node(), secrets.name(PreviewName.GRANT_LENGTH));
                    var node = streams.node(target.sandbox(), target.node());
                    var grant = new Grant(name, account, session, target, node, properties.maxConnections());
                    grants.put(name, grant);
                    return grant;
                });
    }

    /** Exchanges a ticket for a pass. The ticket becomes invalid, even if it was for another preview. */
    public synchronized Optional<Pass> redeem(PreviewName name, String secret, boolean framed) {
        return Optional.ofNullable(tickets.remove(secret))
                .filter(ticket -> clock.instant().isBefore(ticket.expiresAt()))
                .map(Ticket::grant)
                .filter(grant -> grant.name().equals(name))
                .map(grant -> keep(new Pass(secrets.secret(), grant, framed)));
    }

    @GuardedBy("this")
    private Pass keep(Pass pass) {
        var others = passes.values().stream()
                .filter(other -> other.grant() == pass.grant())
                .toList();
        for (var oldest : others.subList(0, Math.max(0, others.size() + 1 - MAX_PASSES))) {
            passes.remove(oldest.secret());
        }
        passes.put(pass.secret(), pass);
        return pass;
    }

    /** Returns a pass for this preview whose secret is one of these. */
    public synchronized Optional<Pass> find(PreviewName name, Collection<String> held) {
        var known = passes;
        return held.stream()
                .map(known::get)
                .filter(pass -> pass != null && pass.grant().name().equals(name))
                .findFirst();
    }

    /** Returns the grant with this name. A name alone gives no permission. */
    public synchronized Optional<Grant> named(PreviewName name) {
        return Optional.ofNullable(grants.get(name));
    }

    /** Returns the grant of another preview if both belong to the same session and sandbox. */
    public Optional<Grant> beside(Grant grant, PreviewName other) {
        return named(other).filter(found -> found != grant && found.isBeside(grant));
    }

    /** Returns a ticket for another port of the grant's machine; empty if the grant has ended. */
    public Optional<Ticket> issueBeside(Grant grant, int port) {
        var target = grant.target();
        Ticket ticket;
        synchronized (this) {
            // The check and the issue are one atomic step. Otherwise, if the session ended in between, the new grant
            // would not end with it.
            if (grants.get(grant.name()) != grant) {
                return Optional.empty();
            }
            ticket = add(grant.account(), grant.session(), new PreviewTarget(target.sandbox(), target.node(), port));
        }
        endSurplus(ticket.grant());
        return Optional.of(ticket);
    }

    /** Ends the matching grants and closes their streams. */
    void end(Predicate<Grant> which) {
        List<Grant> ending;
        synchronized (this) {
            ending = grants.values().stream().filter(which).toList();
            grants.values().removeAll(ending);
            tickets.values().removeIf(ticket -> ending.contains(ticket.grant()));
            passes.values().removeIf(pass -> ending.contains(pass.grant()));
        }
        ending.forEach(Grant::end);
    }

    void closeStale() {
        List<Grant> all;
        synchronized (this) {
            all = new ArrayList<>(grants.values());
        }
        all.forEach(Grant::closeStale);
    }
}
