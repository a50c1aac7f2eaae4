package org.wirelathe.ip.v6;

import java.util.List;

import org.wirelathe.api.net.AddressRow;
import org.wirelathe.wire.IpAddress;

/**
 * The source address for a destination (RFC 6724 §5). Candidates are all addresses of the node that may be used, but
 * for a destination on a link, those of its interface (§4). Rules 4 and 7 are about home and temporary addresses,
 * which no interface here has, rule 5.5 about prefixes of the next hop, which are not remembered.
 */
final class SourceSelection {
    private final Ipv6Interfaces interfaces;

    SourceSelection(Ipv6Interfaces interfaces) {
        this.interfaces = interfaces;
    }

    /** The address to send from on an interface, or {@code null} when there is none. */
    Ipv6Address select(Ipv6Interface out, long high, long low) {
        boolean thatLinkOnly = Scope.isGroup(high) || Scope.isLinkLocal(high);
        Ipv6Address best = best(null, out, out, high, low);
        List<Ipv6Interface> all = interfaces.running();
        for (int i = 0; i < all.size() && !thatLinkOnly; i++) {
            if (all.get(i) != out) {
                best = best(best, all.get(i), out, high, low);
            }
        }
        return best;
    }

    private static Ipv6Address best(Ipv6Address best, Ipv6Interface at, Ipv6Interface out, long high, long low) {
        Ipv6Address chosen = best;
        List<Ipv6Address> addresses = at.addresses();
        for (int i = 0; i < addresses.size(); i++) {
            Ipv6Address one = addresses.get(i);
            // A link-local address means nothing on another link.
            if (one.isUsable() && (at == out || !one.address.isLinkLocal())
                    && (chosen == null || isBetter(one, at == out, chosen, has(out, chosen), high, low))) {
                chosen = one;
            }
        }
        return chosen;
    }

    private static boolean has(Ipv6Interface at, Ipv6Address address) {
        return at != null && at.addresses().contains(address);
    }

    /** Whether {@code a} is to be preferred to {@code b}; of equal ones, the one that came first stays. */
    static boolean isBetter(Ipv6Address a, boolean aIsThere, Ipv6Address b, boolean bIsThere, long high, long low) {
        boolean same = is(a.address, high, low);
        if (same || is(b.address, high, low)) { // rule 1
            return same;
        }
        int scopeA = Scope.of(a.address.high(), a.address.low());
        int scopeB = Scope.of(b.address.high(), b.address.low());
        if (scopeA != scopeB) { // rule 2
            int scope = Scope.of(high, low);
            return scopeA < scopeB ? scopeA >= scope : scopeB < scope;
        }
        if (isDeprecated(a) != isDeprecated(b)) { // rule 3
            return isDeprecated(b);
        }
        if (aIsThere != bIsThere) { // rule 5
            return aIsThere;
        }
        int label = AddressPolicy.label(high, low);
        boolean fitsA = AddressPolicy.label(a.address.high(), a.address.low()) == label;
        if (fitsA != (AddressPolicy.label(b.address.high(), b.address.low()) == label)) { // rule 6
            return fitsA;
        }
        return common(a, high, low) > common(b, high, low); // rule 8
    }

    private static boolean is(IpAddress address, long high, long low) {
        return address.high() == high && address.low() == low;
    }

    private static boolean isDeprecated(Ipv6Address address) {
        return address.state == AddressRow.State.DEPRECATED;
    }

    private static int common(Ipv6Address address, long high, long low) {
        return commonPrefix(address.address, address.prefixLength, high, low);
    }

    /** CommonPrefixLen(S, D): bits that both begin with, within the source's prefix (§2.2). */
    static int commonPrefix(IpAddress source, int prefixLength, long high, long low) {
        int bits = source.high() != high ? Long.numberOfLeadingZeros(source.high() ^ high)
                : 64 + Long.numberOfLeadingZeros(source.low() ^ low);
        return Math.min(bits, prefixLength);
    }
}
