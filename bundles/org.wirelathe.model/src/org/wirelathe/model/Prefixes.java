package org.wirelathe.model;

import java.util.Comparator;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** What an address plan wants to know of prefixes. */
public final class Prefixes {
    /** IPv4 before IPv6, by network as an unsigned number, then shorter prefixes first. */
    public static final Comparator<IpPrefix> ORDER =
            Comparator.comparing((IpPrefix p) -> !p.isV4())
                    .thenComparing(IpPrefix::network)
                    .thenComparingInt(IpPrefix::length);

    private Prefixes() {}

    /** True when an address is in both. */
    public static boolean overlap(IpPrefix a, IpPrefix b) {
        return a.length() <= b.length() ? a.contains(b.network()) : b.contains(a.network());
    }

    /** The last address: of IPv4 the broadcast address, where there is one. */
    public static IpAddress last(IpPrefix prefix) {
        int bits = prefix.bits();
        return new IpAddress(
                prefix.network().high() | ~IpPrefix.maskHigh(bits),
                prefix.network().low() | ~IpPrefix.maskLow(bits));
    }

    /** The default route of the family of {@code address}. */
    public static IpPrefix everywhere(IpAddress address) {
        return address.isV4() ? IpPrefix.DEFAULT_V4 : IpPrefix.DEFAULT_V6;
    }

    /** The address {@code steps} behind that one; its family is kept. */
    public static IpAddress plus(IpAddress address, long steps) {
        long low = address.low() + steps;
        boolean carry = steps >= 0 && Long.compareUnsigned(low, address.low()) < 0;
        boolean borrow = steps < 0 && Long.compareUnsigned(low, address.low()) > 0;
        return new IpAddress(address.high() + (carry ? 1 : borrow ? -1 : 0), low);
    }
}
