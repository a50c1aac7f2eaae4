package org.wirelathe.cli.internal.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What came of one lab.
 *
 * @param name the lab's
 * @param load what happened in it
 * @param interfaces how many it has
 * @param firstBuild time that the lab took to be built the first time, ns
 * @param build the shortest of all times that it was built, ns
 * @param cold the first moments
 * @param steady when the compiler was done
 */
public record Measured(String name, String load, int interfaces, long firstBuild, long build, Reading cold,
        Reading steady) {
    private static final double MS = 1e6;

    /** Cells of a table. */
    public String[] cells() {
        return new String[] {name, load, fixed(firstBuild / MS, 0) + " ms", fixed(build / MS, 0) + " ms",
            fixed(cold.framesPerCpuSecond(), 2) + " M", fixed(steady.framesPerCpuSecond(), 2) + " M",
            fixed(steady.bytesPerFrame(), 1) + " B", fixed(steady.eventsPerFrame(), 2)};
    }

    /** What {@link #cells} are. */
    public static String[] titles() {
        return new String[] {"lab", "load", "first build", "build", "cold", "steady", "allocated", "events"};
    }

    /** For a file of results; in this order. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("lab", name);
        values.put("load", load);
        values.put("interfaces", interfaces);
        values.put("firstBuildNs", firstBuild);
        values.put("buildNs", build);
        add(values, "cold", cold);
        add(values, "steady", steady);
        return values;
    }

    private static void add(Map<String, Object> values, String phase, Reading reading) {
        values.put(phase + "WallNs", reading.wall());
        values.put(phase + "CpuNs", reading.cpu());
        values.put(phase + "AllocatedBytes", reading.allocated());
        values.put(phase + "FrameHops", reading.frames());
        values.put(phase + "Events", reading.events());
    }

    private static String fixed(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
