package dev.slipway.preview.grant;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.account.SessionKey;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.shared.AccountId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The permission of one session of an account to see one port, and what is being sent under it. Its own monitor guards the streams, so none
 * is added once it has ended.
 */
public final class Grant {
    /** More browsers than one person has. */
    private static final int MAX_CLIENTS = 16;

    private final PreviewName name;
    private final AccountId account;
    private final SessionKey session;
    private final PreviewTarget target;
    private final int maxStreams;

    @GuardedBy("this")
    private final Set<LiveStream> streams = new HashSet<>();

    @GuardedBy("this")
    private final Set<Client> clients = new LinkedHashSet<>();

    @GuardedBy("this")
    private boolean ended;

    private volatile boolean overIpv6;

    Grant(PreviewName name, AccountId account, SessionKey session, PreviewTarget target, int maxStreams) {
        this.name = name;
        this.account = account;
        this.session = session;
        this.target = target;
        this.maxStreams = maxStreams;
    }

    public PreviewName name() {
        return name;
    }

    public PreviewTarget target() {
        return target;
    }

    AccountId account() {
        return account;
    }

    SessionKey session() {
        return session;
    }

    /** Whether the port last answered at the machine's IPv6 loopback address. */
    public boolean isOverIpv6() {
        return overIpv6;
    }

    public void answersOverIpv6(boolean now) {
        overIpv6 = now;
    }

    /** Remembers a browser that has shown its pass; the one that came first makes room. */
    public synchronized void seen(Client client) {
        if (clients.add(client) && clients.size() > MAX_CLIENTS) {
            clients.remove(clients.iterator().next());
        }
    }

    /** Whether this browser has shown a pass for this preview. */
    public synchronized boolean knows(Client client) {
        return !ended && clients.contains(client);
    }

    /** Whether both are one learner's view of one sandbox, in one sign-in. */
    boolean isBeside(Grant other) {
        return account.equals(other.account)
                && session.equals(other.session)
                && target.sandbox().equals(other.target.sandbox());
    }

    /**
     * What tells one browser from another without a cookie.
     *
     * @param agent what it calls itself, cut where it says too much
     */
    public record Client(String address, String agent) {
        private static final int MAX_AGENT = 256;

        public Client {
            agent = agent.length() > MAX_AGENT ? agent.substring(0, MAX_AGENT) : agent;
        }
    }

    /** What became of a stream that wants to be sent. */
    public enum Admission {
        ADMITTED,
        TOO_MANY,
        ENDED
    }

    /** Lets a stream be sent for as long as the permission lasts; whoever is admitted leaves. */
    public synchronized Admission admit(LiveStream stream) {
        if (ended) {
            return Admission.ENDED;
        }
        if (streams.size() >= maxStreams) {
            return Admission.TOO_MANY;
        }
        streams.add(stream);
        return Admission.ADMITTED;
    }

    public synchronized void leave(LiveStream stream) {
        streams.remove(stream);
    }

    void closeStale() {
        all().stream().filter(LiveStream::isStale).forEach(LiveStream::close);
    }

    void end() {
        List<LiveStream> last;
        synchronized (this) {
            ended = true;
            last = all();
        }
        last.forEach(LiveStream::close);
    }

    private synchronized List<LiveStream> all() {
        return List.copyOf(streams);
    }
}
