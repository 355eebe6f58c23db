package dev.slipway.terminal.socket;

import dev.slipway.platform.LogLimit;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.terminal.TerminalProperties;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * Allows only pages of the platform to open a terminal: pages at the configured address, at the host of the request, or
 * at an allowed origin. Programs other than browsers send no Origin header; they still need a ticket.
 *
 * <p>A browser hides the response of a refused handshake from its page. So if the refused request comes from a
 * signed-in account, the handshake succeeds, and {@link TerminalSocket} sends the reason and closes the socket at once.
 * All other refused clients get an empty 403.
 */
@Component
class OriginCheck implements HandshakeInterceptor {
    /** Attribute of a socket that is open only to send the reason for the refusal. */
    static final String REFUSED = OriginCheck.class.getName() + ".refused";

    private static final Logger log = LoggerFactory.getLogger(OriginCheck.class);

    private static final String SETTING =
            "slipway.terminal.allowed-origins: not an origin like https://school.example: ";

    private final Origin configured;
    private final Set<Origin> allowed;
    private final LogLimit refusals;

    OriginCheck(PlatformProperties platform, TerminalProperties properties, Clock clock) {
        configured = Origin.parse(platform.origin())
                .orElseThrow(() -> new IllegalArgumentException(
                        "slipway.url: not an address like https://school.example: " + platform.url()));
        allowed = Stream.concat(
                        Stream.of(configured),
                        properties.allowedOrigins().stream()
                                .map(text -> Origin.parse(text)
                                        .orElseThrow(() -> new IllegalArgumentException(SETTING + text))))
                .collect(Collectors.toUnmodifiableSet());
        refusals = new LogLimit(clock);
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
        report(origins, request);
        if (request.getPrincipal() != null && origins.size() == 1) {
            attributes.put(REFUSED, new Object[] {origins.getFirst(), configured.toString()});
            return true;
        }
        response.setStatusCode(HttpStatus.FORBIDDEN);
        return false;
    }

    /**
     * Logs at most one line a minute for each client address. The line contains the origin only if it is valid, because
     * unauthenticated clients choose the header's content.
     */
    private void report(List<String> origins, ServerHttpRequest request) {
        var address = address(request.getRemoteAddress());
        refusals.admit(address)
                .ifPresent(before -> log.warn(
                        "terminal refused to a page of another origin from={} origin={} host={} leftOut={}: if this is the"
                                + " platform's own address, set slipway.url (SLIPWAY_URL, now {}) to it and let the reverse"
                                + " proxy pass the Host, or add it to slipway.terminal.allowed-origins",
                        address,
                        origins.stream()
                                .flatMap(text -> Origin.parse(text).stream())
                                .toList(),
                        request.getURI().getAuthority(),
                        before,
                        configured));
    }

    private static String address(@Nullable InetSocketAddress remote) {
        return remote == null ? "unknown" : remote.getHostString();
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // The interface requires this method; there is nothing to clean up.
    }

    /**
     * @param target URI of the request; behind a proxy, the URI that the browser requested, if the proxy forwards it
     */
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
        // A page with TLS is allowed even if the request came without TLS, because a proxy that terminates TLS may not
        // report TLS. But a page without TLS never belongs to a platform with TLS.
        if (secure && !origin.secure()) {
            return false;
        }
        return Origin.parse((origin.secure() ? "https://" : "http://") + target.getAuthority())
                .filter(own -> own.host().equals(origin.host()))
                .isPresent();
    }
}
