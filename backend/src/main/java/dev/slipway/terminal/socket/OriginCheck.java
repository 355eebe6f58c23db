package dev.slipway.terminal.socket;

import dev.slipway.terminal.TerminalProperties;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Lets only pages of the platform's own host, or of allowed origins, open a terminal. No Origin at all is what programs
 * send that are not browsers; they still need a ticket.
 */
@Component
class OriginCheck implements HandshakeInterceptor {
    private static final Logger log = LoggerFactory.getLogger(OriginCheck.class);

    /** An origin as browsers serialise it: no path, no user, nothing else. */
    private static final Pattern SYNTAX = Pattern.compile("(https?)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    private final Set<Origin> allowed;

    /** @param host with its port unless it is the scheme's own */
    private record Origin(boolean secure, String host) {
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
    }

    OriginCheck(TerminalProperties properties) {
        allowed = properties.allowedOrigins().stream()
                .map(text -> Origin.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "slipway.terminal.allowed-origins: not an origin like https://school.example: "
                                        + text)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        var origins = request.getHeaders().getOrEmpty(HttpHeaders.ORIGIN);
        if (allows(origins, request.getURI())) {
            return true;
        }
        log.warn("terminal refused to foreign origin from={}", request.getRemoteAddress());
        response.setStatusCode(HttpStatus.FORBIDDEN);
        return false;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // Nothing is left to do.
    }

    /** @param target what was asked for; behind a proxy, as the browser asked it if the proxy says so */
    boolean allows(List<String> origins, URI target) {
        if (origins.isEmpty()) {
            return true;
        }
        if (origins.size() > 1) {
            return false;
        }
        return Origin.parse(origins.getFirst())
                .filter(origin -> allowed.contains(origin) || isOwn(origin, target))
                .isPresent();
    }

    private static boolean isOwn(Origin origin, URI target) {
        var secure = "https".equals(target.getScheme()) || "wss".equals(target.getScheme());
        // A proxy that ends TLS may not say so; but a page without TLS never belongs to a platform with it.
        if (secure && !origin.secure()) {
            return false;
        }
        return Origin.parse((origin.secure() ? "https://" : "http://") + target.getAuthority())
                .filter(own -> own.host().equals(origin.host()))
                .isPresent();
    }
}
