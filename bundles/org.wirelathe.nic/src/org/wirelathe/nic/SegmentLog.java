package org.wirelathe.nic;

import java.util.Arrays;

import org.wirelathe.api.packet.Packet;

/** The segments given to the line that may not have left yet, oldest first: what can be called back. */
final class SegmentLog {
    private Packet[] segments = new Packet[0];
    private long[] leaves = new long[0];
    private int oldest;
    private int newest;

    void add(Packet segment, long leavesAt, long now) {
        while (oldest != newest && leaves[oldest & segments.length - 1] <= now) {
            segments[oldest++ & segments.length - 1] = null;
        }
        if (newest - oldest == segments.length) {
            grow();
        }
        int slot = newest++ & segments.length - 1;
        segments[slot] = segment;
        leaves[slot] = leavesAt;
    }

    private void grow() {
        int length = segments.length;
        Packet[] inOrder = new Packet[Math.max(64, 2 * length)];
        long[] times = new long[inOrder.length];
        for (int i = 0; i < length; i++) {
            inOrder[i] = segments[oldest + i & length - 1];
            times[i] = leaves[oldest + i & length - 1];
        }
        segments = inOrder;
        leaves = times;
        oldest = 0;
        newest = length;
    }

    /** Takes out the segment given last; it has not left. */
    Packet takeNewest() {
        int slot = --newest & segments.length - 1;
        Packet segment = segments[slot];
        segments[slot] = null;
        return segment;
    }

    /** Forgets all: they belong to the line. */
    void clear() {
        Arrays.fill(segments, null);
        oldest = newest;
    }
}
