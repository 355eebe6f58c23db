package dev.slipway.preview.grant;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.account.SessionKey;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.sandbox.NodeHandle;
import dev.slipway.shared.AccountId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Permission of one session of an account to see one port, with the open streams of that preview. Locking: this
 * object's monitor guards the streams, the clients and {@code ended}, so that no stream is added after the grant has
 * ended.
 */
public final class Grant {
    /** Maximum number of remembered browsers: more than one learner uses. */
    private static final int MAX_CLIENTS = 16;

    private final PreviewName name;
    private final AccountId account;
    private final SessionKey session;
    private final PreviewTarget target;
    private final NodeHandle node;
    private final int maxStreams;

    @GuardedBy("this")
    private final Set<OpenStream> streams = new HashSet<>();

    @GuardedBy("this")
    private final Set<Client> clients = new LinkedHashSet<>();

    @GuardedBy("this")
    private boolean ended;

    private volatile boolean overIpv6;

    Grant(
            PreviewName name,
            AccountId account,
            SessionKey session,
            PreviewTarget target,
            NodeHandle node,
            int maxStreams) {
        this.name = name;
        this.account = account;
        this.session = session;
        this.target = target;
        this.node = node;
        this.maxStreams = maxStreams;
    }

    public PreviewName name() {
        return name;
    }

    public PreviewTarget target() {
        return target;
    }

    /** Returns the node of the target. */
    public NodeHandle node() {
        return node;
    }

    AccountId account() {
        return account;
    }

    SessionKey session() {
        return session;
    }

    /** Returns whether the port last answered at the machine's IPv6 loopback address. */
    public boolean isOverIpv6() {
        return overIpv6;
    }

    public void answersOverIpv6(boolean now) {
        overIpv6 = now;
    }

    /** Remembers a browser that has presented its pass; beyond the maximum, the oldest browser is forgotten. */
    public synchronized void seen(Client client) {
        if (clients.add(client) && clients.size() > MAX_CLIENTS) {
            clients.remove(clients.iterator().next());
        }
    }

    /** Returns whether this browser has presented a pass for this preview. */
    public synchronized boolean knows(Client client) {
        return !ended && clients.contains(client);
    }

    /** Returns whether both grants belong to the same session and sandbox. */
    boolean isBeside(Grant other) {
        return account.equals(other.account)
                && session.equals(other.session)
                && target.sandbox().equals(other.target.sandbox());
    }

    /**
     * Address and User-Agent of a browser, which identify it in requests without a cookie.
     *
     * @param agent the browser's User-Agent, cut to a maximum length
     */
    public record Client(String address, String agent) {
        private static final int MAX_AGENT = 256;

        public Client {
            agent = agent.length() > MAX_AGENT ? agent.substring(0, MAX_AGENT) : agent;
        }
    }

    /** Result of registering a stream. */
    public enum Admission {
        ADMITTED,
        TOO_MANY,
        ENDED
    }

    /**
     * Registers a stream, which is closed when the grant ends. The caller must call {@link #leave} for each admitted
     * stream.
     */
    public synchronized Admission admit(OpenStream stream) {
        if (ended) {
            return Admission.ENDED;
        }
        if (streams.size() >= maxStreams) {
            return Admission.TOO_MANY;
        }
        streams.add(stream);
        return Admission.ADMITTED;
    }

    public synchronized void leave(OpenStream stream) {
        streams.remove(stream);
    }

    void closeStale() {
        all().stream().filter(OpenStream::isStale).forEach(OpenStream::close);
    }

    void end() {
        List<OpenStream> last;
        synchronized (this) {
            ended = true;
            last = all();
        }
        last.forEach(OpenStream::close);
    }

    private synchronized List<OpenStream> all() {
        return List.copyOf(streams);
    }
}
