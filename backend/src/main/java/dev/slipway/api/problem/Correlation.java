package dev.slipway.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Filter that gives each request a correlation id. The id is in the response, in the log lines of the request, and in
 * the error message that a user may report. The platform never takes the id from the client, because clients could then
 * write any text into the platform's log.
 */
public final class Correlation extends OncePerRequestFilter {
    private static final String ATTRIBUTE = Correlation.class.getName();
    private static final String HEADER = "X-Correlation-Id";
    private static final String MDC_KEY = "correlation";

    /** Number of characters: few enough to read out, and enough to identify one request in the log of a week. */
    private static final int LENGTH = 12;

    /** Returns the request's correlation id. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "unknown";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH);
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable(MDC_KEY, id)) {
            chain.doFilter(request, response);
        }
    }
}
