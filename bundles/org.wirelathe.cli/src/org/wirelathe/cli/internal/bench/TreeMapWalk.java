package org.wirelathe.cli.internal.bench;

import java.util.Map;
import java.util.TreeMap;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * The longest prefix match as one writes it who has only the library: a sorted map of prefixes, and from the last that
 * is not behind the address a walk back, each step to where a shorter one would have to stand.
 */
final class TreeMapWalk<V> {
    private final TreeMap<IpPrefix, V> routes = new TreeMap<>((a, b) -> {
        int order = a.network().compareTo(b.network());
        return order != 0 ? order : Integer.compare(a.length(), b.length());
    });

    void put(IpPrefix prefix, V value) {
        routes.put(prefix, value);
    }

    V remove(IpPrefix prefix) {
        return routes.remove(prefix);
    }

    V find(long high, long low) {
        IpAddress address = new IpAddress(high, low);
        int family = 128 - address.bits();
        IpPrefix from = new IpPrefix(address, address.bits());
        while (true) {
            Map.Entry<IpPrefix, V> floor = routes.floorEntry(from);
            if (floor == null) {
                return null;
            }
            IpPrefix candidate = floor.getKey();
            if (candidate.contains(high, low)) {
                return floor.getValue();
            }
            // What covers both is no longer than what they have in common.
            IpAddress network = candidate.network();
            int common = network.high() != high ? Long.numberOfLeadingZeros(network.high() ^ high)
                    : 64 + Long.numberOfLeadingZeros(network.low() ^ low);
            from = new IpPrefix(address, common - family);
        }
    }
}
