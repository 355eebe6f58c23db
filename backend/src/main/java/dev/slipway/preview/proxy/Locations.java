package dev.slipway.preview.proxy;

import dev.slipway.preview.PreviewTarget;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns addresses that an app gives for itself, as it sees itself, into those at which the browser finds it. Addresses
 * of anything else stay as they are.
 */
final class Locations {
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?:(https?):)?//([^/?#@]*?)(?::([0-9]{1,5}))?([/?#].*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern REFRESH =
            Pattern.compile("(\\s*[0-9.]+\\s*[;,]\\s*url\\s*=\\s*['\"]?)(.*)", Pattern.CASE_INSENSITIVE);

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private final String origin;
    private final String host;
    private final String node;
    private final int port;
    private final Elsewhere elsewhere;

    /** Where the browser finds another port of the same machine. */
    interface Elsewhere {
        /** @param rest path and what follows it, from the first slash */
        String address(int port, String rest);
    }

    /**
     * @param origin of the preview in the browser
     * @param node the machine's own name
     * @param port at which the app listens there
     */
    Locations(String origin, String node, int port, Elsewhere elsewhere) {
        this.origin = origin;
        this.host = origin.replaceFirst("^https?://", "").replaceFirst(":[0-9]+$", "");
        this.node = node;
        this.port = port;
        this.elsewhere = elsewhere;
    }

    String seenByBrowser(String location) {
        var match = ABSOLUTE.matcher(location.strip());
        if (!match.matches()) {
            return location;
        }
        var rest = match.group(4) == null ? "/" : match.group(4);
        var named = match.group(2).toLowerCase(Locale.ROOT);
        // An app that was told this host but does not know who ends TLS, or which port is in front, still means itself.
        if (named.equals(host)) {
            return origin + rest;
        }
        var meant = port(match.group(1), match.group(3));
        if (!PreviewTarget.isPort(meant) || !(LOOPBACK.contains(named) || named.equals(node))) {
            return location;
        }
        if (meant == port) {
            return origin + rest;
        }
        return elsewhere.address(meant, rest.startsWith("/") ? rest : "/" + rest);
    }

    /** The same for {@code Refresh: 5; url=…}. */
    String refreshSeenByBrowser(String refresh) {
        var match = REFRESH.matcher(refresh);
        return match.matches() ? match.group(1) + seenByBrowser(match.group(2)) : refresh;
    }

    private static int port(@Nullable String scheme, @Nullable String number) {
        var schemesOwn = "https".equalsIgnoreCase(scheme) ? HTTPS : HTTP;
        return number == null ? schemesOwn : Integer.parseInt(number);
    }
}
