package dev.slipway.api.problem;

import dev.slipway.api.ApiError;
import dev.slipway.shared.UserFacingException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Converts errors that occur outside the controllers into problem details, for instance if the firewall refuses the
 * path or the server does not know the method. Without this filter a program would receive an HTML page or a redirect
 * to the sign-in page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedRequests extends OncePerRequestFilter {
    /**
     * Matches the paths of the API, also in variants that attackers use to evade a rule: {@code //api/}, {@code
     * /api;a=b/}.
     */
    private static final Pattern API = Pattern.compile("/+api(/.*|;.*|)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Problems problems;

    RefusedRequests(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !API.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendError(int status) throws IOException {
                resetBuffer();
                problems.write(status, new UserFacingException(ApiError.REQUEST_NOT_UNDERSTOOD), request, response);
            }

            @Override
            public void sendError(int status, String message) throws IOException {
                sendError(status);
            }
        });
    }
}
