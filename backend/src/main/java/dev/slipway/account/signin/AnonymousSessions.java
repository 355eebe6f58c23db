package dev.slipway.account.signin;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import org.springframework.stereotype.Component;

/**
 * The HTTP sessions of sign-in pages, in which no account has signed in. Their lifetime is short and their number is
 * limited, so that unauthenticated clients cannot fill the memory with them. Locking: this object guards the set.
 * Sessions are ended outside of the lock, because the server then calls {@link #sessionDestroyed}.
 */
@Component
class AnonymousSessions implements HttpSessionListener {
    /**
     * Lifetime without a request: twice the interval of an open page's heartbeat (one minute), so that an open sign-in
     * page keeps its session.
     */
    static final Duration LIFE = Duration.ofMinutes(2);

    /**
     * Maximum number of these sessions. Each takes about 12 KB of heap with its Vaadin page, so all of them take 24 MB.
     * They are enough for twenty classes that sign in at the same time.
     */
    static final int MAX = 2_000;

    @GuardedBy("this")
    private final SequencedSet<HttpSession> sessions = new LinkedHashSet<>();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        event.getSession().setMaxInactiveInterval((int) LIFE.toSeconds());
        add(event.getSession()).ifPresent(BrowserSessions::invalidate);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        remove(event.getSession());
    }

    /** Sets a session's timeout to the one in the server's settings, because an account has signed in. */
    void signedIn(HttpSession session) {
        if (remove(session)) {
            var minutes = session.getServletContext().getSessionTimeout();
            session.setMaxInactiveInterval((int) Duration.ofMinutes(minutes).toSeconds());
        }
    }

    synchronized int count() {
        return sessions.size();
    }

    /** Adds a session; if there are now too many, removes and returns the oldest one. */
    private synchronized Optional<HttpSession> add(HttpSession session) {
        sessions.add(session);
        return sessions.size() > MAX ? Optional.of(sessions.removeFirst()) : Optional.empty();
    }

    private synchronized boolean remove(HttpSession session) {
        return sessions.remove(session);
    }
}
