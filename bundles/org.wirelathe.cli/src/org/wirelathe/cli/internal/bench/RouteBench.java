package org.wirelathe.cli.internal.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.wirelathe.api.net.PrefixTable;
import org.wirelathe.api.net.PrefixTables;

/** Measures the longest prefix match of the network layer with tables as large as the Internet's, beside a TreeMap. */
public final class RouteBench {
    private static final int ROUNDS = 9;
    /** The map is many times slower: it looks up and changes fewer. */
    private static final int SHARE_OF_MAP = 8;
    private static final int COLLECTIONS = 4;
    private static final int CHANGES = 1 << 17;

    private final PrefixTables tables;
    private final Consumer<String> progress;

    /** What a prefix stands for; no lookup is done before it was read. */
    private record Hop(int number) {
    }

    /** @param progress hears what is going on, a line at a time */
    public RouteBench(PrefixTables tables, Consumer<String> progress) {
        this.tables = tables;
        this.progress = progress;
    }

    /** Measures both families. */
    public List<RouteFigures> run() {
        List<RouteFigures> all = new ArrayList<>();
        measure("IPv4", PrefixMix.v4(1_000_000), tables.v4(), all);
        measure("IPv6", PrefixMix.v6(200_000), tables.v6(), all);
        return all;
    }

    private void measure(String family, PrefixMix prefixes, PrefixTable<Hop> table, List<RouteFigures> all) {
        Hop[] hops = new Hop[64];
        Arrays.setAll(hops, Hop::new);
        Destinations anywhere = Destinations.anywhere(prefixes.isV4());
        Destinations routed = Destinations.routed(prefixes);
        int few = anywhere.size() / SHARE_OF_MAP;

        progress.accept("routes: " + family);
        long heap = heap();
        long build = cpu(() -> each(prefixes, i -> table.put(prefixes.get(i), hops[i % hops.length])));
        long bytes = heap() - heap;
        all.add(new RouteFigures(family + ", trie", prefixes.size(), build, bytes,
                rate(anywhere.size(), () -> sum(table, anywhere, anywhere.size())),
                rate(routed.size(), () -> sum(table, routed, routed.size())),
                cpu(() -> {
                    for (int i = 0; i < CHANGES; i++) {
                        table.put(prefixes.get(i), table.remove(prefixes.get(i)));
                    }
                }) / (2 * CHANGES)));

        progress.accept("routes: " + family + ", TreeMap");
        heap = heap();
        TreeMapWalk<Hop> map = new TreeMapWalk<>();
        build = cpu(() -> each(prefixes, i -> map.put(prefixes.get(i), hops[i % hops.length])));
        bytes = heap() - heap;
        all.add(new RouteFigures(family + ", TreeMap", prefixes.size(), build, bytes,
                rate(few, () -> sum(map, anywhere, few)),
                rate(few, () -> sum(map, routed, few)),
                cpu(() -> {
                    for (int i = 0; i < CHANGES / SHARE_OF_MAP; i++) {
                        map.put(prefixes.get(i), map.remove(prefixes.get(i)));
                    }
                }) / (2 * CHANGES / SHARE_OF_MAP)));
        if (sum(table, anywhere, few) != sum(map, anywhere, few) || sum(table, routed, few) != sum(map, routed, few)) {
            throw new IllegalStateException(family + ": the table and the map found different routes");
        }
    }

    private static void each(PrefixMix prefixes, IntConsumer action) {
        for (int i = 0; i < prefixes.size(); i++) {
            action.accept(i);
        }
    }

    private static long sum(PrefixTable<Hop> table, Destinations destinations, int count) {
        long[] high = destinations.high();
        long[] low = destinations.low();
        long sum = 0;
        for (int i = 0; i < count; i++) {
            Hop hop = table.find(high[i], low[i]);
            sum += hop == null ? 1 : (long) hop.number() * i;
        }
        return sum;
    }

    private static long sum(TreeMapWalk<Hop> map, Destinations destinations, int count) {
        long[] high = destinations.high();
        long[] low = destinations.low();
        long sum = 0;
        for (int i = 0; i < count; i++) {
            Hop hop = map.find(high[i], low[i]);
            sum += hop == null ? 1 : (long) hop.number() * i;
        }
        return sum;
    }

    /** Lookups per second of CPU, the median of some rounds. */
    private static double rate(int count, LongSupplier round) {
        long sum = round.getAsLong();
        long[] times = new long[ROUNDS];
        Arrays.setAll(times, i -> cpu(() -> {
            if (round.getAsLong() != sum) {
                throw new IllegalStateException("the same addresses led elsewhere another time");
            }
        }));
        Arrays.sort(times);
        return count * 1e9 / times[ROUNDS / 2];
    }

    private static long cpu(Runnable action) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        action.run();
        return threads.getCurrentThreadCpuTime() - begin;
    }

    /** Bytes of heap that were in use after a collection. Only every fourth of the serial collector leaves none dead. */
    private static long heap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage).filter(Objects::nonNull).mapToLong(MemoryUsage::getUsed).sum();
    }
}
