package dev.slipway.preview.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the app is told of a browser's request. The Host is what the browser calls it, so that links, redirects and
 * checks of the Origin that an app derives from it are right for that browser.
 */
final class RequestHead {
    /**
     * Written anew, or not for the app: the expectation is met by the server, the length by the sender, and what other
     * proxies said of the learner's address is not the app's business. {@code Proxy} would become HTTP_PROXY in a CGI.
     */
    private static final Set<String> DROPPED =
            Set.of("host", "cookie", "content-length", "expect", "forwarded", "x-real-ip", "proxy");

    private static final String FORWARDED = "x-forwarded-";

    private RequestHead() {}

    /** @param origin of the preview in the browser, also where a proxy in front has written another Host */
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
