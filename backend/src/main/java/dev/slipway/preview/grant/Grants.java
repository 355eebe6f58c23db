package dev.slipway.preview.grant;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.account.SessionKey;
import dev.slipway.preview.PreviewProperties;
import dev.slipway.preview.PreviewTarget;
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
 * All grants with their tickets and passes, in memory only: after a restart every preview is opened anew. Its own
 * monitor guards the maps; grants end outside of it, because that closes streams.
 */
@Component
public final class Grants {
    /** More previews than anybody looks at; the oldest makes room. */
    private static final int MAX_PER_ACCOUNT = 24;

    /** More tabs than anybody opens of one preview; the oldest makes room. */
    private static final int MAX_PASSES = 16;

    /** More than a school opens within a ticket's life; the oldest makes room. */
    private static final int MAX_TICKETS = 4096;

    @GuardedBy("this")
    private final Map<PreviewName, Grant> grants = new LinkedHashMap<>();

    @GuardedBy("this")
    private final Map<String, Ticket> tickets = new LinkedHashMap<>();

    @GuardedBy("this")
    private final Map<String, Pass> passes = new LinkedHashMap<>();

    private final Secrets secrets = new Secrets();
    private final PreviewProperties properties;
    private final Clock clock;

    /** What a browser redeems for a pass, once. */
    public record Ticket(String secret, Grant grant, Instant expiresAt) {}

    Grants(PreviewProperties properties, Clock clock) {
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
                    var grant = new Grant(name, account, session, target, properties.maxConnections());
                    grants.put(name, grant);
                    return grant;
                });
    }

    /** Gives a pass for a ticket, which is worth nothing from then on, also if it was for another preview. */
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

    /** The pass among these secrets that is for this preview. */
    public synchronized Optional<Pass> find(PreviewName name, Collection<String> held) {
        var known = passes;
        return held.stream()
                .map(known::get)
                .filter(pass -> pass != null && pass.grant().name().equals(name))
                .findFirst();
    }

    /** The permission that a name stands for, which it does not give. */
    public synchronized Optional<Grant> named(PreviewName name) {
        return Optional.ofNullable(grants.get(name));
    }

    /** The permission of another preview, if both are one learner's view of one sandbox. */
    public Optional<Grant> beside(Grant grant, PreviewName other) {
        return named(other).filter(found -> found != grant && found.isBeside(grant));
    }

    /** Returns a ticket for another port of the machine that a grant is for; empty once that grant has ended. */
    public Optional<Ticket> issueBeside(Grant grant, int port) {
        var target = grant.target();
        Ticket ticket;
        synchronized (this) {
            // In one step with the issue: the end of a session that comes between would not find the new grant.
            if (grants.get(grant.name()) != grant) {
                return Optional.empty();
            }
            ticket = add(grant.account(), grant.session(), new PreviewTarget(target.sandbox(), target.node(), port));
        }
        endSurplus(ticket.grant());
        return Optional.of(ticket);
    }

    /** Ends grants, with everything that is being sent under them. */
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
