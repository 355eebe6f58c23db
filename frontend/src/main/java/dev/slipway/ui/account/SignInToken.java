package dev.slipway.ui.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A filter that accepts a sign-in only from our own form: the request must contain a secret of the page's HTTP session.
 * Without this check, a page in a preview could sign its viewer in to the attacker's account. Spring Security's own
 * check does not apply, because Vaadin excludes the sign-in form from it.
 */
final class SignInToken extends OncePerRequestFilter {
    static final String FIELD = "token";

    /** The parameter that tells the sign-in page that its form had been open for too long. */
    static final String EXPIRED = "expired";

    private static final String ATTRIBUTE = SignInToken.class.getName();
    private static final String PATH = "/sign-in";

    /** Length of the secret: 256 bits, as for the platform's other secrets. */
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Returns a new secret for a session's sign-in form. The caller stores the secret in the session under {@link
     * #attribute()}.
     */
    static String create() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String attribute() {
        return ATTRIBUTE;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getServletPath().equals(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var expected = session == null ? null : session.getAttribute(ATTRIBUTE);
        if (isSame(expected, request.getParameter(FIELD))) {
            chain.doFilter(request, response);
            return;
        }
        response.sendRedirect(request.getContextPath() + PATH + "?" + EXPIRED);
    }

    private static boolean isSame(@Nullable Object expected, @Nullable String given) {
        return expected instanceof String text
                && given != null
                && MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
