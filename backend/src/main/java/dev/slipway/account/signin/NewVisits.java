package dev.slipway.account.signin;

import dev.slipway.account.limit.SignInLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how many HTTP sessions one network address may start. This filter must run before every filter that starts an
 * HTTP session.
 */
class NewVisits extends OncePerRequestFilter {
    /**
     * Paths of requests that start no session: API calls, static files, the health check, and WebSockets that have a
     * ticket.
     */
    private static final List<String> WITHOUT_SESSION =
            List.of("/api/", "/slipway/", "/VAADIN/", "/actuator/", "/ws/", "/themes/", "/aura/");

    private static final int TOO_MANY_REQUESTS = 429;

    private final SignInLimits limits;

    NewVisits(SignInLimits limits) {
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return WITHOUT_SESSION.stream().anyMatch(path::startsWith) || request.getSession(false) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = limits.takeVisit(request.getRemoteAddr());
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", Long.toString(Math.max(1, wait.get().toSeconds())));
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .write("Too many visitors come from your network address. Wait a minute and load the page again.\n");
    }
}
