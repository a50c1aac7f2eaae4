package org.wirelathe.ip;

import java.util.Arrays;

import org.wirelathe.wire.Ipv4;

/**
 * Longest prefix match (B18): one open hash table of prefixes of all lengths, probed once for each length in use, the
 * longest first. In front of it a small cache of destinations, so that a flow's packets cost one comparison.
 */
final class RouteTable {
    private static final int CACHE = 64;

    private Route[] table = new Route[16];
    private int size;
    /** Bit {@code n} is set when there is a route of prefix length {@code n}. */
    private long lengths;

    private final int[] cachedDestination = new int[CACHE];
    private final Route[] cachedRoute = new Route[CACHE];

    /** The route to a destination, or {@code null}. Addresses that name no single node take only routes of their own. */
    Route find(int destination) {
        int i = hash(destination, 32) & CACHE - 1;
        Route cached = cachedRoute[i];
        if (cached != null && cachedDestination[i] == destination) {
            return cached;
        }
        Route route = match(destination);
        cachedDestination[i] = destination;
        cachedRoute[i] = route;
        return route;
    }

    private Route match(int destination) {
        for (long rest = lengths; rest != 0; rest &= ~Long.highestOneBit(rest)) {
            int length = 63 - Long.numberOfLeadingZeros(rest);
            Route route = exact(destination & Ipv4.mask(length), length);
            if (route != null) {
                return route.kind != Route.Kind.UNICAST || Ipv4.isUnicast(destination) ? route : null;
            }
        }
        return null;
    }

    /** Whether an address is one of this node's. */
    boolean isLocal(int address) {
        Route route = find(address);
        return route != null && route.kind == Route.Kind.LOCAL;
    }

    /** The route of exactly that prefix, or {@code null}. */
    Route exact(int prefix, int prefixLength) {
        return table[slot(prefix, prefixLength)];
    }

    /** Adds a route, in place of the one for the same prefix if there is one. */
    void put(Route route) {
        if (2 * (size + 1) > table.length) {
            grow();
        }
        int slot = slot(route.prefix, route.prefixLength);
        if (table[slot] == null) {
            size++;
        }
        table[slot] = route;
        lengths |= 1L << route.prefixLength;
        Arrays.fill(cachedRoute, null);
    }

    private void grow() {
        Route[] old = table;
        table = new Route[2 * old.length];
        for (Route route : old) {
            if (route != null) {
                table[slot(route.prefix, route.prefixLength)] = route;
            }
        }
    }

    /** Where a prefix stands, or would stand. */
    private int slot(int prefix, int prefixLength) {
        int mask = table.length - 1;
        int i = hash(prefix, prefixLength) & mask;
        while (table[i] != null && (table[i].prefix != prefix || table[i].prefixLength != prefixLength)) {
            i = i + 1 & mask;
        }
        return i;
    }

    private static int hash(int prefix, int prefixLength) {
        int h = (prefix + prefixLength * 0x632BE5AB) * 0x9E3779B9;
        return h ^ h >>> 15;
    }
}
