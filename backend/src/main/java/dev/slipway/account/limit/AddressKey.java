package dev.slipway.account.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The key of a network address in a limit: an IPv4 address as it is, or the /64 prefix of an IPv6 address, because one
 * household owns all addresses of a /64.
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
