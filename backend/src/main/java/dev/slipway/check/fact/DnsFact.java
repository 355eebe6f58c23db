package dev.slipway.check.fact;

import java.util.List;

/**
 * The response of a name server to a query for the addresses of a name.
 *
 * @param answered whether the server responded; if not, the addresses have no meaning
 * @param addresses IPv4 addresses, sorted; empty if the server does not know the name
 */
public record DnsFact(boolean answered, List<String> addresses) {
    public static final DnsFact SILENCE = new DnsFact(false, List.of());

    public DnsFact {
        addresses = List.copyOf(addresses);
    }
}
