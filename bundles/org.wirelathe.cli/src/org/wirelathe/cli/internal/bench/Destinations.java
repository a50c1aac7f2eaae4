package org.wirelathe.cli.internal.bench;

import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.IpAddress;

/**
 * Addresses to look up, more than a processor's caches hold the routes of.
 *
 * @param high the first 64 bits of each
 * @param low the last 64 bits; an IPv4 address in its mapped form
 */
record Destinations(long[] high, long[] low) {
    private static final int COUNT = 1 << 20;

    /** How many there are. */
    int size() {
        return high.length;
    }

    /** Any addresses of the family, for IPv6 global unicast (RFC 4291 §2.4, at present 2000::/3). */
    static Destinations anywhere(boolean v4) {
        Destinations all = new Destinations(new long[COUNT], new long[COUNT]);
        RandomStream random = new RandomStream(2, "bench/destinations");
        for (int i = 0; i < COUNT; i++) {
            all.high[i] = v4 ? 0 : 1L << 61 | random.nextLong() >>> 3;
            all.low[i] = v4 ? IpAddress.mapped(random.nextInt()) : random.nextLong();
        }
        return all;
    }

    /** Addresses in prefixes, each as often as any other. */
    static Destinations routed(PrefixMix prefixes) {
        Destinations all = new Destinations(new long[COUNT], new long[COUNT]);
        RandomStream random = new RandomStream(3, "bench/destinations");
        for (int i = 0; i < COUNT; i++) {
            IpAddress address = prefixes.within((int) random.below(prefixes.size()), random);
            all.high[i] = address.high();
            all.low[i] = address.low();
        }
        return all;
    }
}
