package org.wirelathe.cli.internal.bench;

import java.util.HashSet;
import java.util.Set;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * Prefixes much as in a full table of the Internet, with about 1,000,000 of IPv4 and 200,000 of IPv6. The mix of lengths
 * is a round one, no snapshot: six in ten of IPv4 are /24, of IPv6 nearly half are /48 (bgp.potaroo.net, 2024). 57 in
 * 100 lie in another one of the table, as there for IPv6 and taken to be so for IPv4; the others are scattered evenly
 * over the addresses that registries give out. Their order is random. Seeded: always the same.
 */
public final class PrefixMix {
    /** Pairs of a length and how many of 1,000 prefixes have it; the shortest first. */
    private static final int[] LENGTHS_V4 = {11, 1, 12, 2, 13, 2, 14, 3, 15, 4, 16, 15, 17, 8, 18, 14, 19, 27, 20, 48, 21,
        56, 22, 116, 23, 104, 24, 600};
    private static final int[] LENGTHS_V6 = {29, 20, 30, 5, 31, 5, 32, 120, 33, 20, 34, 15, 35, 5, 36, 50, 38, 10, 40, 80,
        42, 30, 44, 90, 45, 10, 46, 40, 47, 40, 48, 460};
    /** What the registries' blocks of IPv6 begin with, 12 bits: 2000::/12, 2400::/12 and so on. */
    private static final long[] BLOCKS_V6 = {0x200, 0x240, 0x260, 0x280, 0x2A0, 0x2C0};
    private static final int PERCENT_INSIDE = 57;
    private static final int MILLE = 1000;

    /** The 128 bits of each, an IPv4 address in its mapped form. */
    private final long[] high;
    private final long[] low;
    private final byte[] lengths;
    private final boolean v4;

    private PrefixMix(boolean v4, int count) {
        this.v4 = v4;
        high = new long[count];
        low = new long[count];
        lengths = new byte[count];
        RandomStream random = new RandomStream(1, v4 ? "bench/prefixes" : "bench/prefixes6");
        make(random);
        shuffle(random);
    }

    /** IPv4 prefixes; a multiple of 1,000. */
    public static PrefixMix v4(int count) {
        return new PrefixMix(true, count);
    }

    /** IPv6 prefixes; a multiple of 1,000. */
    public static PrefixMix v6(int count) {
        return new PrefixMix(false, count);
    }

    private void make(RandomStream random) {
        int[] shares = v4 ? LENGTHS_V4 : LENGTHS_V6;
        Set<IpPrefix> seen = new HashSet<>();
        int made = 0;
        for (int i = 0; i < shares.length; i += 2) {
            int shorter = made;
            for (int end = made + shares[i + 1] * (high.length / MILLE); made < end;) {
                IpPrefix prefix = new IpPrefix(network(random, shorter), shares[i]);
                if (seen.add(prefix)) {
                    high[made] = prefix.network().high();
                    low[made] = prefix.network().low();
                    lengths[made++] = (byte) shares[i];
                }
            }
        }
    }

    /** Where a prefix may be that follows so many shorter ones. */
    private IpAddress network(RandomStream random, int shorter) {
        if (shorter > 0 && random.below(100) < PERCENT_INSIDE) {
            return within((int) random.below(shorter), random);
        }
        if (v4) {
            long first = 1 + random.below(223);
            return IpAddress.ofV4((int) (first << 24 | random.nextLong() >>> 40));
        }
        long block = BLOCKS_V6[(int) random.below(BLOCKS_V6.length)];
        return new IpAddress(block << 52 | random.nextLong() >>> 12, random.nextLong());
    }

    /** An address that a prefix covers. */
    IpAddress within(int index, RandomStream random) {
        int bits = lengths[index] + (v4 ? 96 : 0);
        return new IpAddress(high[index] | random.nextLong() & ~IpPrefix.maskHigh(bits),
                low[index] | random.nextLong() & ~IpPrefix.maskLow(bits));
    }

    private void shuffle(RandomStream random) {
        for (int i = high.length - 1; i > 0; i--) {
            int j = (int) random.below(i + 1L);
            long h = high[i];
            high[i] = high[j];
            high[j] = h;
            long l = low[i];
            low[i] = low[j];
            low[j] = l;
            byte length = lengths[i];
            lengths[i] = lengths[j];
            lengths[j] = length;
        }
    }

    /** How many there are. */
    public int size() {
        return high.length;
    }

    /** Whether they are of IPv4. */
    boolean isV4() {
        return v4;
    }

    /** The one at an index. */
    public IpPrefix get(int index) {
        return new IpPrefix(new IpAddress(high[index], low[index]), lengths[index]);
    }
}
