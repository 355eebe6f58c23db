package dev.slipway.ui.account;

import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.CurrentAccount;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Remembers who signed in across restarts of the platform, which lose the browser's session: the cookie holds the
 * principal, signed. It is worth nothing once the account is disabled or its password or role has changed, because the
 * principal's epoch is then an old one.
 */
@Component
final class RememberedSignIn implements RememberMeServices, LogoutHandler {
    /** A day at school. After it one signs in again. */
    private static final Duration VALIDITY = Duration.ofHours(12);

    private static final String COOKIE = "slipway-remembered";

    private final SignedPrincipal signed;
    private final CurrentAccount current;
    private final Clock clock;

    /** Cookies of those who have signed out, until when they would have been good. */
    private final Map<String, Instant> signedOut = new ConcurrentHashMap<>();

    RememberedSignIn(SignedPrincipal signed, CurrentAccount current, Clock clock) {
        this.signed = signed;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        return cookie(request)
                .filter(value -> !signedOut.containsKey(value))
                .flatMap(value -> signed.read(value, clock.instant()))
                .map(this::authentication)
                .filter(this::isCurrent)
                .orElse(null);
    }

    private Authentication authentication(AccountPrincipal principal) {
        var authorities = List.of(new SimpleGrantedAuthority(principal.authority()));
        return new RememberMeAuthenticationToken(signed.providerKey(), principal, authorities);
    }

    /** Asks as that person whether they are still who they were. */
    private boolean isCurrent(Authentication authentication) {
        var before = SecurityContextHolder.getContext();
        try {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication);
            SecurityContextHolder.setContext(context);
            return current.find().isPresent();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    @Override
    public void loginSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication successfulAuthentication) {
        if (successfulAuthentication.getPrincipal() instanceof AccountPrincipal principal) {
            var value = signed.write(principal, clock.instant().plus(VALIDITY));
            response.addCookie(cookie(request, value, VALIDITY));
        }
    }

    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", Duration.ZERO));
    }

    /** Another tab, whose session ends with this one's, comes back at once, and may still have the cookie. */
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var now = clock.instant();
        signedOut.values().removeIf(now::isAfter);
        cookie(request)
                .filter(value -> signed.read(value, now).isPresent())
                .ifPresent(value -> signedOut.put(value, now.plus(VALIDITY)));
        loginFail(request, response);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElseGet(() -> new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static Cookie cookie(HttpServletRequest request, String value, Duration age) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(Math.toIntExact(age.toSeconds()));
        return cookie;
    }
}
