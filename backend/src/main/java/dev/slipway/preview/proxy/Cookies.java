package dev.slipway.preview.proxy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Separates the platform's cookies from the app's. Names that begin with {@code slipway-} belong to the platform: an
 * app neither sees nor sets such cookies.
 */
final class Cookies {
    static final String PASS = "slipway-preview";

    private static final String OURS = "slipway-";

    /** Name prefixes for which browsers require certain attributes of a cookie. */
    private static final Pattern PREFIX = Pattern.compile("^_*(host-http|host|secure|http)-");

    /** Attributes that browsers require of a cookie in a frame of another site. */
    private static final List<String> IN_FRAME = List.of("Secure", "SameSite=None", "Partitioned");

    private static final Set<String> DECIDED_BY_FRAME = Set.of("secure", "samesite", "partitioned");

    private Cookies() {}

    /**
     * Returns the secrets of the passes that a browser presents. There is more than one if a page of the app has set
     * such a cookie itself.
     */
    static List<String> passes(List<HeaderLine> head) {
        return pairs(head)
                .filter(pair -> pair.startsWith(PASS + "="))
                .map(pair -> pair.substring(PASS.length() + 1))
                .toList();
    }

    /** Returns the {@code Cookie} header for the app: the app's own cookies, if there are any. */
    static Optional<String> forApp(List<HeaderLine> head) {
        var own = pairs(head).filter(pair -> !isOurs(pair)).collect(Collectors.joining("; "));
        return own.isEmpty() ? Optional.empty() : Optional.of(own);
    }

    private static Stream<String> pairs(List<HeaderLine> head) {
        return head.stream()
                .filter(line -> line.is("cookie"))
                .flatMap(line -> Arrays.stream(line.value().split(";")))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty());
    }

    /**
     * Returns the app's {@code Set-Cookie} header for the browser, limited to this host; empty if the cookie's name
     * looks like a name of the platform. Cookies without a name are dropped, because the browser would send their value
     * as if it were a name.
     *
     * @param inFrame whether the page is in a frame of another site, where browsers accept only cookies with the
     *     attributes for frames
     */
    static Optional<String> fromApp(String setCookie, boolean inFrame) {
        var parts = setCookie.split(";", -1);
        var pair = parts[0].strip();
        if (pair.indexOf('=') < 1 || isOurs(pair)) {
            return Optional.empty();
        }
        var kept = new ArrayList<String>();
        kept.add(pair);
        for (var i = 1; i < parts.length; i++) {
            var attribute = parts[i].strip();
            var name = attribute.split("=", 2)[0].strip().toLowerCase(Locale.ROOT);
            if (!name.equals("domain") && !(inFrame && DECIDED_BY_FRAME.contains(name)) && !attribute.isEmpty()) {
                kept.add(attribute);
            }
        }
        if (inFrame) {
            kept.addAll(IN_FRAME);
        }
        return Optional.of(String.join("; ", kept));
    }

    /**
     * Returns the {@code Set-Cookie} header with a pass: a session cookie for this host only.
     *
     * @param secure whether the browser treats this host as secure
     */
    static String pass(String secret, boolean framed, boolean secure) {
        var kept = new ArrayList<>(List.of(PASS + "=" + secret, "Path=/", "HttpOnly"));
        if (!secure) {
            kept.add("SameSite=Lax");
        } else if (framed) {
            kept.addAll(IN_FRAME);
        } else {
            kept.addAll(List.of("Secure", "SameSite=Lax"));
        }
        return String.join("; ", kept);
    }

    /**
     * Returns whether a cookie's name belongs to the platform. Servers and browsers disagree about quotes, blanks and
     * unusual characters around a name, so this method ignores these characters.
     */
    private static boolean isOurs(String pair) {
        var name = pair.split("=", 2)[0].toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
        return PREFIX.matcher(name).replaceFirst("").startsWith(OURS);
    }
}
