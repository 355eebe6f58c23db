package dev.slipway.account.signin;

import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.RightsLost;
import dev.slipway.account.SessionKey;
import dev.slipway.account.SignedOut;
import dev.slipway.account.persistence.AccountLedger;
import dev.slipway.platform.AfterCommit;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * The HTTP sessions of signed-in browsers. This class invalidates the HTTP sessions of a sign-in that has ended, and
 * notifies the other modules when the last HTTP session of a sign-in has ended. A sign-in can have several HTTP
 * sessions: two tabs that reconnect at the same time after a restart of the platform may each get an HTTP session.
 * While a sign-in has another HTTP session, the end of one has no effect. Thread-safe, because the map is concurrent.
 */
@Component
class BrowserSessions implements HttpSessionAttributeListener {
    /**
     * Time between the end of a sign-in and the end of its HTTP sessions. The platform uses these sessions to redirect
     * their pages to the sign-in page. The time is much shorter than one second, because the platform promises that a
     * session ends within one second.
     */
    private static final Duration FAREWELL = Duration.ofMillis(300);

    private static final Executor LATER = CompletableFuture.delayedExecutor(
            FAREWELL.toMillis(),
            TimeUnit.MILLISECONDS,
            task -> Thread.ofVirtual().name("session-end").start(task));

    private final AccountLedger ledger;
    private final AnonymousSessions anonymous;
    private final Map<HttpSession, AccountPrincipal> signedIn = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    BrowserSessions(AccountLedger ledger, AnonymousSessions anonymous) {
        this.ledger = ledger;
        this.anonymous = anonymous;
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        signIn(event.getSession(), event.getName(), event.getValue());
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        signIn(event.getSession(), event.getName(), event.getSession().getAttribute(event.getName()));
    }

    private void signIn(HttpSession session, String attribute, @Nullable Object value) {
        principal(attribute, value).ifPresent(principal -> {
            signedIn.put(session, principal);
            anonymous.signedIn(session);
        });
    }

    /**
     * Forgets the HTTP session. The server also calls this method for each attribute of an HTTP session that expires or
     * is invalidated.
     */
    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        if (stopping || principal(event.getName(), event.getValue()).isEmpty()) {
            return;
        }
        var gone = signedIn.remove(event.getSession());
        if (gone != null && signedIn.values().stream().noneMatch(other -> isSame(other, gone.sessionKey()))) {
            ledger.expired(gone.id(), gone.sessionKey());
        }
    }

    /**
     * Records that the server is stopping. The server then ends all HTTP sessions, but their sign-ins continue:
     * browsers resume them with their cookies.
     */
    @EventListener
    void on(ContextClosedEvent event) {
        stopping = true;
    }

    @EventListener
    void on(SignedOut event) {
        AfterCommit.start("sessions-end", () -> invalidate(principal -> isSame(principal, event.session())));
    }

    @EventListener
    void on(RightsLost event) {
        AfterCommit.start(
                "sessions-end", () -> invalidate(principal -> principal.id().equals(event.account())));
    }

    private void invalidate(Predicate<AccountPrincipal> which) {
        var ending = signedIn.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!ending.isEmpty()) {
            LATER.execute(() -> ending.forEach(BrowserSessions::invalidate));
        }
    }

    static void invalidate(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException gone) {
            // Another thread has invalidated the session already.
            return;
        }
    }

    private static boolean isSame(AccountPrincipal principal, SessionKey session) {
        return principal.sessionKey().equals(session);
    }

    private static Optional<AccountPrincipal> principal(String name, @Nullable Object value) {
        return name.equals(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        && value instanceof SecurityContext context
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof AccountPrincipal principal
                ? Optional.of(principal)
                : Optional.empty();
    }
}
