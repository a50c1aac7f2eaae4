package org.wirelathe.lab;

import java.util.List;

/**
 * The curves of a run: every gauge, sampled each {@code sample} of virtual time. Of a long run each curve keeps at most
 * {@link #CAPACITY} points, among them every extreme; the file {@code series.csv} has all of them. Safe for use by any
 * thread while the run goes on.
 */
public interface Series {
    /** Most points of a curve. */
    int CAPACITY = 4096;

    /** The curves so far, in the order in which they came to be; the list only grows. */
    List<Track> tracks();

    /** A curve's points from the time {@code from} (ns) on. */
    Points points(Track track, long from);

    /** Grows with every sample: whether it is worth while to look again. */
    long revision();

    /**
     * What a curve shows.
     *
     * @param id place in {@link Series#tracks}
     * @param node whose it is; empty when it belongs to a cable
     * @param flow a connection as {@code 10.0.1.1:49152>10.0.2.1:5001}, the name of an interface, or a cable as
     *        {@code alice:eth0-r1:eth0}
     * @param name the gauge: {@code cwnd}, {@code srtt}, {@code throughput}, {@code backlog} ...
     * @param unit {@code B}, {@code ns}, {@code bit/s}, {@code frames}; empty for a plain number
     */
    record Track(int id, String node, String flow, String name, String unit) {
    }

    /**
     * Points of a curve.
     *
     * @param times ns of virtual time, ascending
     * @param values in the track's unit, one for each time
     */
    record Points(long[] times, long[] values) {
        public int size() {
            return times.length;
        }
    }
}
