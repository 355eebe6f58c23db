package dev.slipway.preview.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Builds the request headers for the app. The Host header is the one that the browser uses, so that the app builds
 * links and redirects that work in the browser, and compares the Origin header with the right host.
 */
final class RequestHead {
    /**
     * Headers that are replaced or removed. The platform's server handles the header {@code Expect}, the code that
     * sends the body writes the length, and the learner's address in headers of other proxies is not passed to the app.
     * A CGI program would receive the header {@code Proxy} as the variable HTTP_PROXY, which sets the proxy of its own
     * requests.
     */
    private static final Set<String> DROPPED =
            Set.of("host", "cookie", "content-length", "expect", "forwarded", "x-real-ip", "proxy");

    private static final String FORWARDED = "x-forwarded-";

    private RequestHead() {}

    /** @param origin origin of the preview in the browser, even if a proxy in front has replaced the Host */
    static List<HeaderLine> forApp(List<HeaderLine> head, String origin) {
        var hops = HopHeaders.of(head);
        var schemeEnd = origin.indexOf("://");
        var host = origin.substring(schemeEnd + 3);
        var lines = new ArrayList<HeaderLine>();
        lines.add(new HeaderLine("Host", host));
        head.stream()
                .filter(HeaderLine::isSound)
                .filter(line -> !hops.contains(line) && !DROPPED.contains(line.key()))
                .filter(line -> !line.key().startsWith(FORWARDED))
                .forEach(lines::add);
        Cookies.forApp(head).ifPresent(own -> lines.add(new HeaderLine("Cookie", own)));
        lines.add(new HeaderLine("X-Forwarded-Host", host));
        lines.add(new HeaderLine("X-Forwarded-Proto", origin.substring(0, schemeEnd)));
        return lines;
    }
}
