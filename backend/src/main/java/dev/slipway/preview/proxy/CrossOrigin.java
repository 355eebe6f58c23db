package dev.slipway.preview.proxy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;

/**
 * CORS headers that allow a page of one preview to call another preview. {@link Caller} checks that both previews
 * belong to the same session and sandbox. Headers that the app sets itself take precedence.
 *
 * @param origin origin of the calling page
 */
record CrossOrigin(String origin) {
    private static final String ALLOW = "Access-Control-Allow-";
    private static final int NO_CONTENT = 204;

    /**
     * Time for which the browser may reuse the answer to a preflight. It is long enough for the page's next calls, and
     * short because the permission may end.
     */
    private static final String MAX_AGE_SECONDS = "60";

    /** Returns whether a request is a CORS preflight. A preflight never has cookies. */
    static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(NO_CONTENT);
        response.setHeader(ALLOW + "Origin", origin);
        response.setHeader(ALLOW + "Credentials", "true");
        response.setHeader(ALLOW + "Methods", request.getHeader("Access-Control-Request-Method"));
        var headers = request.getHeader("Access-Control-Request-Headers");
        if (headers != null) {
            response.setHeader(ALLOW + "Headers", headers);
        }
        response.setHeader("Access-Control-Max-Age", MAX_AGE_SECONDS);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
    }

    /** Adds the permission to read the app's answer, unless the app has set its own. */
    List<HeaderLine> addTo(List<HeaderLine> head) {
        if (head.stream().anyMatch(line -> line.is("access-control-allow-origin"))) {
            return head;
        }
        var lines = new ArrayList<>(head);
        lines.add(new HeaderLine(ALLOW + "Origin", origin));
        lines.add(new HeaderLine(ALLOW + "Credentials", "true"));
        lines.add(new HeaderLine("Vary", "Origin"));
        return lines;
    }
}
