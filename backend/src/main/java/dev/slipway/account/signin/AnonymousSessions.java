package dev.slipway.account.signin;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import org.springframework.stereotype.Component;

/**
 * HTTP sessions in which nobody has signed in: those of sign-in pages. They live for minutes and there is a bound on their
 * number, so that strangers cannot fill the memory with them. Locking: this object guards the set; sessions are ended
 * outside of the lock, because that calls back.
 */
@Component
class AnonymousSessions implements HttpSessionListener {
    /** Twice the heartbeat of an open page (one minute), so a sign-in page that somebody looks at stays alive. */
    static final Duration LIFE = Duration.ofMinutes(2);

    /** About 12 KB of heap each with its Vaadin page: 24 MB in all, and twenty classes on their sign-in pages at once. */
    static final int MAX = 2_000;

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

    /** Lets a session live as long as the server's settings say, now that somebody has signed in. */
    void signedIn(HttpSession session) {
        if (remove(session)) {
            var minutes = session.getServletContext().getSessionTimeout();
            session.setMaxInactiveInterval((int) Duration.ofMinutes(minutes).toSeconds());
        }
    }

    synchronized int count() {
        return sessions.size();
    }

    /** Returns the oldest session if there are too many. */
    private synchronized Optional<HttpSession> add(HttpSession session) {
        sessions.add(session);
        return sessions.size() > MAX ? Optional.of(sessions.removeFirst()) : Optional.empty();
    }

    private synchronized boolean remove(HttpSession session) {
        return sessions.remove(session);
    }
}
