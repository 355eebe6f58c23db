package dev.slipway.preview.grant;

import dev.slipway.account.SessionKey;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.shared.AccountId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The permission of one session of an account to see one port, and what is being sent under it. Its own monitor guards the streams, so none
 * is added once it has ended.
 */
public final class Grant {
    private final PreviewName name;
    private final AccountId account;
    private final SessionKey session;
    private final PreviewTarget target;
    private final int maxStreams;
    private final Set<LiveStream> streams = new HashSet<>();
    private boolean ended;

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
