package dev.slipway.terminal.socket;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Origin of a page as browsers serialise it: scheme, host and port only.
 *
 * @param host host name or address in lower case, followed by the port unless that is the scheme's default port
 */
record Origin(boolean secure, String host) {
    private static final Pattern SYNTAX = Pattern.compile("(https?)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    static Optional<Origin> parse(String text) {
        var match = SYNTAX.matcher(text.toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        var secure = match.group(1).equals("https");
        var port = match.group(3);
        var ownPort = secure ? ":443" : ":80";
        return Optional.of(new Origin(secure, match.group(2) + (port == null || port.equals(ownPort) ? "" : port)));
    }

    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + host;
    }
}
