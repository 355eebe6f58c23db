package dev.slipway.ui.account;

import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.SignIns;
import dev.slipway.platform.PlatformProperties;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Handles the cookie that restores a sign-in after the HTTP session is lost, because the platform restarted or the
 * browser was closed. The cookie holds the secret of a row of {@link SignIns} and is invalid as soon as that row is
 * removed. The secret never changes during a sign-in. If it changed with each use, the second of two tabs that
 * reconnect at the same time would send the old secret, as a thief with a stolen cookie would.
 */
@Component
final class RememberedSignIn implements RememberMeServices, LogoutHandler {
    /** The time for which {@link SignIns} accepts the secret: a day at school. */
    private static final Duration VALIDITY = Duration.ofHours(12);

    /**
     * Spring Security's provider accepts only tokens that contain this key. It is random, because no other program
     * needs it.
     */
    private final String key = UUID.randomUUID().toString();

    private final SignIns signIns;
    private final CookieNames cookies;

    RememberedSignIn(SignIns signIns, PlatformProperties platform) {
        this.signIns = signIns;
        this.cookies = new CookieNames(platform.isHttps());
    }

    String key() {
        return key;
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        return cookie(request)
                .flatMap(secret -> signIns.resume(secret, request.getRemoteAddr()))
                .map(this::authentication)
                .orElse(null);
    }

    private Authentication authentication(AccountPrincipal principal) {
        var authorities = List.of(new SimpleGrantedAuthority(principal.authority()));
        return new RememberMeAuthenticationToken(key, principal, authorities);
    }

    @Override
    public void loginSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication successfulAuthentication) {
        if (successfulAuthentication.getPrincipal() instanceof AccountPrincipal principal) {
            var browser = BrowserName.of(request.getHeader(HttpHeaders.USER_AGENT));
            var secret = signIns.remember(principal.sessionKey(), browser);
            response.addCookie(cookie(request, secret, VALIDITY));
        }
    }

    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(cookie(request, "", Duration.ZERO));
    }

    /**
     * Ends the sign-in itself, not only the cookie: another tab loses its session at the same time, reconnects at once
     * and may still send the cookie.
     */
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        cookie(request).ifPresent(signIns::end);
        loginFail(request, response);
    }

    private Optional<String> cookie(HttpServletRequest request) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElseGet(() -> new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(cookies.remembered()))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private Cookie cookie(HttpServletRequest request, String value, Duration age) {
        var cookie = new Cookie(cookies.remembered(), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(cookies.https() || request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(Math.toIntExact(age.toSeconds()));
        return cookie;
    }
}
