package dev.slipway.web;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.util.NetMaskSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The addresses of trusted proxies. */
@Component
final class TrustedProxies {
    private static final Path ROUTES = Path.of("/proc/net/route");
    private static final String DEFAULT_ROUTE = "00000000";

    private final String blocks;
    private final NetMaskSet set;

    @Autowired
    TrustedProxies(ProxyProperties properties) {
        this(properties.trusted(), routes());
    }

    /**
     * Creates the set of addresses.
     *
     * @param names addresses as in {@link ProxyProperties#trusted}
     * @param routes lines of {@code /proc/net/route}
     */
    TrustedProxies(List<String> names, List<String> routes) {
        blocks = names.stream()
                .flatMap(name -> switch (name.strip()) {
                    case "" -> Stream.empty();
                    case "loopback" -> Stream.of("127.0.0.0/8", "::1/128");
                    case "gateway" -> gateways(routes);
                    case String block -> Stream.of(block);
                })
                .collect(Collectors.joining(","));
        set = new NetMaskSet();
        var unread = blocks.isEmpty() ? List.<String>of() : set.addAll(blocks);
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(
                    "slipway.proxy.trusted (SLIPWAY_TRUSTED_PROXIES): use addresses like 192.0.2.7 or 192.0.2.0/24, not "
                            + unread);
        }
    }

    boolean contains(String address) {
        try {
            return set.contains(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** Returns the addresses as CIDR blocks, separated by commas. */
    String blocks() {
        return blocks;
    }

    /**
     * Returns the default gateways. The third column of the routes contains them, as hexadecimal numbers with the last
     * byte first.
     */
    private static Stream<String> gateways(List<String> routes) {
        return routes.stream()
                .map(line -> line.strip().split("\\s+", -1))
                .filter(columns -> columns.length > 2 && columns[1].equals(DEFAULT_ROUTE))
                .map(columns -> columns[2])
                .filter(gateway -> gateway.matches("[0-9A-Fa-f]{8}") && !gateway.equals(DEFAULT_ROUTE))
                .map(TrustedProxies::dotted);
    }

    private static String dotted(String gateway) {
        var number = Long.parseLong(gateway, 16);
        return (number & 0xff) + "." + ((number >> 8) & 0xff) + "." + ((number >> 16) & 0xff) + "."
                + ((number >> 24) & 0xff);
    }

    private static List<String> routes() {
        try {
            return Files.readAllLines(ROUTES);
        } catch (IOException noLinux) {
            return List.of();
        }
    }
}
