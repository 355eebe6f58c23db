package dev.slipway.preview.proxy;

import dev.slipway.preview.PreviewTarget;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Translates addresses with which an app refers to itself, such as {@code localhost:8080}, into the addresses that the
 * browser must use. Addresses of other hosts stay as they are.
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

    /** Builds the addresses at which the browser reaches other ports of the same machine. */
    interface Elsewhere {
        /** @param rest path with query and fragment, from the first slash */
        String address(int port, String rest);
    }

    /**
     * @param origin origin of the preview in the browser
     * @param node name of the machine
     * @param port port of the app on the machine
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
        // The address is the app's own, even if its scheme or port differs: the app knows its host name, but perhaps
        // not that TLS ends at a proxy, or which port is public.
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

    /** Translates the address in a header such as {@code Refresh: 5; url=…}. */
    String refreshSeenByBrowser(String refresh) {
        var match = REFRESH.matcher(refresh);
        return match.matches() ? match.group(1) + seenByBrowser(match.group(2)) : refresh;
    }

    private static int port(@Nullable String scheme, @Nullable String number) {
        var schemesOwn = "https".equalsIgnoreCase(scheme) ? HTTPS : HTTP;
        return number == null ? schemesOwn : Integer.parseInt(number);
    }
}
