package dev.slipway.check.fact;

import java.util.List;

/**
 * A name server's answer.
 *
 * @param answered whether there was one; without it the rest means nothing
 * @param addresses IPv4 addresses in order, none if the name is unknown
 */
public record DnsFact(boolean answered, List<String> addresses) {
    public static final DnsFact SILENCE = new DnsFact(false, List.of());

    public DnsFact {
        addresses = List.copyOf(addresses);
    }
}
