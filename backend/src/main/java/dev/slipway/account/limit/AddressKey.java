package dev.slipway.account.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The key under which a limit counts a network address: an IPv4 address itself, or the /64 prefix of an IPv6 address.
 * All addresses of a /64 usually belong to one household, which could otherwise use a new address for each attempt.
 */
public final class AddressKey {
    private static final int PREFIX_BYTES = 8;

    private AddressKey() {}

    public static String of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address v6
                    ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), PREFIX_BYTES))
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
