package org.wirelathe.queue;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.QueueSpec;

/** Sizes that several disciplines share. */
final class Limits {
    /** A full frame on an Ethernet with an MTU of 1500: Linux's psched_mtu. Bytes, without frame check sequence. */
    static final int FULL_FRAME = 1514;

    private Limits() {
    }

    /** The limit in bytes; one given in frames only counts frames of {@code average} bytes. */
    static long bytes(QueueSpec spec, int average) {
        return spec.limitBytes() != Long.MAX_VALUE ? spec.limitBytes() : (long) spec.limitPackets() * average;
    }

    /**
     * The largest frame of the line, once {@code frame} has been seen: larger than {@code largest} only where the MTU
     * is. What a card is still to cut is no frame.
     */
    static int largest(int largest, Packet frame) {
        return frame.length() > largest && frame.segmentSize == 0 ? frame.length() : largest;
    }
}
