package org.wirelathe.ip.route;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

import org.wirelathe.cli.internal.bench.PrefixMix;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * How the table of routes grows: for tables of 1,000 to 1,000,000 prefixes, bytes per route and million lookups per
 * second of CPU of random addresses in prefixes, from the root and by shortcuts, the median of some rounds; then how long
 * the changes of single routes take by the clock: half of them, 99 of 100, 999 of 1,000, and the worst. What
 * {@code wirelathe bench routes} prints is the whole at full size. On a built tree, with a JDK 25:
 *
 * <pre>
 * classes=$(printf %s: bundles/org.wirelathe.{wire,api,ip,cli}/target/classes)
 * javac -cp "$classes" -d /tmp/routebench bench/RouteBench.java
 * java -XX:+UseSerialGC -Xmx1g -cp "/tmp/routebench:$classes" org.wirelathe.ip.route.RouteBench
 * </pre>
 */
public final class RouteBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int LOOKUPS = 1 << 20;
    private static final int CHANGES = 100_000;
    private static final Object[] HOPS = new Object[64];

    private RouteBench() {
    }

    private static PrefixTrie<Object> table(PrefixMix prefixes, boolean v4, boolean shortcuts) {
        PrefixTrie<Object> table = new PrefixTrie<>(v4, shortcuts ? 1 : Integer.MAX_VALUE);
        for (int i = 0; i < prefixes.size(); i++) {
            table.put(prefixes.get(i), HOPS[i % HOPS.length]);
        }
        return table;
    }

    private static double rate(PrefixTrie<Object> table, long[] high, long[] low) {
        var threads = ManagementFactory.getThreadMXBean();
        long[] times = new long[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            long begin = threads.getCurrentThreadCpuTime();
            int found = 0;
            for (int i = 0; i < LOOKUPS; i++) {
                found += table.find(high[i], low[i]) == null ? 0 : 1;
            }
            if (found != LOOKUPS) {
                throw new IllegalStateException("only " + found + " addresses are routed");
            }
            times[Math.max(round, 0)] = threads.getCurrentThreadCpuTime() - begin;
        }
        Arrays.sort(times);
        return LOOKUPS * 1e3 / times[ROUNDS / 2];
    }

    private static long[] changes(PrefixTrie<Object> table, PrefixMix prefixes, Random random) {
        long[] times = new long[CHANGES];
        for (int i = 0; i < CHANGES; i += 2) {
            IpPrefix prefix = prefixes.get(random.nextInt(prefixes.size()));
            long begin = System.nanoTime();
            Object hop = table.remove(prefix);
            long between = System.nanoTime();
            table.put(prefix, hop);
            times[i] = between - begin;
            times[i + 1] = System.nanoTime() - between;
        }
        Arrays.sort(times);
        return times;
    }

    private static void measure(PrefixMix prefixes, boolean v4) {
        Random random = new Random(1);
        long[] high = new long[LOOKUPS];
        long[] low = new long[LOOKUPS];
        for (int i = 0; i < LOOKUPS; i++) {
            IpPrefix prefix = prefixes.get(random.nextInt(prefixes.size()));
            IpAddress network = prefix.network();
            high[i] = network.high() | random.nextLong() & ~IpPrefix.maskHigh(prefix.bits());
            low[i] = network.low() | random.nextLong() & ~IpPrefix.maskLow(prefix.bits());
        }
        PrefixTrie<Object> plain = table(prefixes, v4, false);
        PrefixTrie<Object> shortcuts = table(prefixes, v4, true);
        double plainRate = rate(plain, high, low);
        double shortcutsRate = rate(shortcuts, high, low);
        PrefixTrie<Object> table = v4 ? PrefixTrie.v4() : PrefixTrie.v6();
        for (int i = 0; i < prefixes.size(); i++) {
            table.put(prefixes.get(i), HOPS[i % HOPS.length]);
        }
        long[] times = changes(table, prefixes, random);
        System.out.printf(Locale.ROOT, "%s %,9d  root %6.1f B %6.1f M  shortcuts %6.1f B %6.1f M"
                + "  change %.2f %.2f %.2f %.0f us%n", v4 ? "IPv4" : "IPv6", prefixes.size(),
                (double) plain.bytes() / prefixes.size(), plainRate,
                (double) shortcuts.bytes() / prefixes.size(), shortcutsRate, times[CHANGES / 2] / 1e3,
                times[CHANGES * 99 / 100] / 1e3, times[CHANGES / 1000 * 999] / 1e3, times[CHANGES - 1] / 1e3);
    }

    public static void main(String[] arguments) {
        Arrays.setAll(HOPS, i -> new Object());
        for (int size = 1000; size <= 1_000_000; size *= 10) {
            measure(PrefixMix.v4(size), true);
        }
        for (int size : new int[] {1000, 10_000, 200_000}) {
            measure(PrefixMix.v6(size), false);
        }
    }
}
