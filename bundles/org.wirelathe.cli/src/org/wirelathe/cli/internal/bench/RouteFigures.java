package org.wirelathe.cli.internal.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What came of one table of routes.
 *
 * @param table family and structure
 * @param prefixes how many it has
 * @param build CPU time that it took to put them in one by one, ns
 * @param bytes of heap that it takes, after a collection
 * @param anywhere lookups of random addresses, per second of CPU
 * @param routed lookups of random addresses in prefixes, per second of CPU
 * @param change CPU time to take a prefix out or to put it back, ns on average
 */
public record RouteFigures(String table, int prefixes, long build, long bytes, double anywhere, double routed,
        long change) {
    /** What {@link #cells} are. */
    public static String[] titles() {
        return new String[] {"routes", "prefixes", "build", "per route", "anywhere", "routed", "change"};
    }

    /** Cells of a table. */
    public String[] cells() {
        return new String[] {table, String.format(Locale.ROOT, "%,d", prefixes), fixed(build / 1e6, 0) + " ms",
            fixed((double) bytes / prefixes, 1) + " B", fixed(anywhere / 1e6, 1) + " M", fixed(routed / 1e6, 1) + " M",
            fixed(change / 1e3, 2) + " us"};
    }

    /** For a file of results; in this order. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("routes", table);
        values.put("prefixes", prefixes);
        values.put("buildCpuNs", build);
        values.put("bytes", bytes);
        values.put("lookupsAnywherePerCpuSecond", Math.round(anywhere));
        values.put("lookupsRoutedPerCpuSecond", Math.round(routed));
        values.put("changeCpuNs", change);
        return values;
    }

    private static String fixed(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
