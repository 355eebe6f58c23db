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
 * Keeps the platform's cookies and the app's apart. Whatever begins with {@code slipway-} is the platform's: an app
 * neither sees nor sets it.
 */
final class Cookies {
    static final String PASS = "slipway-preview";

    private static final String OURS = "slipway-";

    /** What makes browsers demand more of a cookie, and is part of its name. */
    private static final Pattern PREFIX = Pattern.compile("^_*(host-http|host|secure|http)-");

    /** What browsers demand of a cookie that a page in another site's frame may use. */
    private static final List<String> IN_FRAME = List.of("Secure", "SameSite=None", "Partitioned");

    private static final Set<String> DECIDED_BY_FRAME = Set.of("secure", "samesite", "partitioned");

    private Cookies() {}

    /** The passes that a browser shows; more than one if an app tried to set its own. */
    static List<String> passes(List<HeaderLine> head) {
        return pairs(head)
                .filter(pair -> pair.startsWith(PASS + "="))
                .map(pair -> pair.substring(PASS.length() + 1))
                .toList();
    }

    /** The {@code Cookie} header that the app gets: its own cookies, if there are any. */
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
     * The {@code Set-Cookie} that the browser gets of the app's: for this host alone, and none that looks like ours. One
     * without a name would be sent back as whatever its value says, so there are none.
     *
     * @param inFrame whether the page is in a frame of another site, where browsers take only cookies that say so
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
     * The cookie that holds a pass: for this host alone, gone with the browser.
     *
     * @param secure whether the browser takes this host for secure
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
     * Servers and browsers do not agree on what quotes, blanks and odd characters around a name mean, so that a name is
     * ours if it is without them.
     */
    private static boolean isOurs(String pair) {
        var name = pair.split("=", 2)[0].toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "");
        return PREFIX.matcher(name).replaceFirst("").startsWith(OURS);
    }
}
