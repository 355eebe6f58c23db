package dev.slipway.account.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What stands for a network address in a limit: an IPv4 address, or the /64 of an IPv6 one, which one household owns. */
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
