package dev.slipway.preview.proxy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hop-by-hop headers, which belong to one connection (RFC 9110, 7.6.1), including those that {@code Connection} names.
 */
final class HopHeaders {
    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final Set<String> names = new HashSet<>(ALWAYS);

    private HopHeaders(List<HeaderLine> head) {
        head.stream()
                .filter(line -> line.is("connection"))
                .flatMap(line -> tokens(line.value()).stream())
                .forEach(names::add);
    }

    static HopHeaders of(List<HeaderLine> head) {
        return new HopHeaders(head);
    }

    boolean contains(HeaderLine line) {
        return names.contains(line.key());
    }

    /**
     * Returns whether the head of a request asks for a switch to the WebSocket protocol, or that of a response agrees
     * to it.
     */
    static boolean wantsWebSocket(List<HeaderLine> head) {
        return has(head, "connection", "upgrade") && has(head, "upgrade", "websocket");
    }

    private static boolean has(List<HeaderLine> head, String name, String token) {
        return head.stream()
                .filter(line -> line.is(name))
                .anyMatch(line -> tokens(line.value()).contains(token));
    }

    private static List<String> tokens(String value) {
        return Arrays.stream(value.split(","))
                .map(token -> token.strip().toLowerCase(Locale.ROOT))
                .filter(token -> !token.isEmpty())
                .toList();
    }
}
