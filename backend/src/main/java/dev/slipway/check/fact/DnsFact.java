package dev.slipway.check.fact;

import java.util.List;

/**
 * The response of a name server.
 *
 * @param answered whether there was a response; if not, the addresses have no meaning
 * @param addresses IPv4 addresses, sorted; empty if the name is unknown
 */
public record DnsFact(boolean answered, List<String> addresses) {
    public static final DnsFact SILENCE = new DnsFact(false, List.of());

    public DnsFact {
        addresses = List.copyOf(addresses);
    }
}
