package org.wirelathe.queue;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;

/**
 * A frame's priority as Linux gives it (tc-prio(8)): four bits of the TOS byte choose one of its classes of traffic.
 *
 * <p>The bits are those of RFC 1349, the lowest left out because ECN has taken it. Frames that are not IP are best
 * effort. Linux reads the IPv4 byte only; here an IPv6 traffic class counts in the same way.
 */
final class Priority {
    /** How many there are. */
    static final int COUNT = 16;
    /** Linux's classes of traffic. */
    static final int BEST_EFFORT = 0;
    static final int BULK = 2;
    static final int INTERACTIVE_BULK = 4;
    static final int INTERACTIVE = 6;

    /** By the bits low delay 8, throughput 4; reliability 2 and cost 1 make no difference. */
    private static final byte[] BY_TOS = {
        BEST_EFFORT, BEST_EFFORT, BEST_EFFORT, BEST_EFFORT,
        BULK, BULK, BULK, BULK,
        INTERACTIVE, INTERACTIVE, INTERACTIVE, INTERACTIVE,
        INTERACTIVE_BULK, INTERACTIVE_BULK, INTERACTIVE_BULK, INTERACTIVE_BULK};
    /** Linux's prio2band: the band, 0 served first, of each priority. */
    private static final byte[] BAND = {1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1};

    private Priority() {
    }

    /** 0 to 15. */
    static int of(Packet frame) {
        int at = Frames.payload(frame);
        if (Frames.isIpv4(frame, at)) {
            return ofTrafficClass(Bytes.u8(frame.bytes, at + 1));
        }
        if (Frames.isIpv6(frame, at)) {
            return ofTrafficClass(Bytes.u16(frame.bytes, at) >>> 4 & 0xFF);
        }
        return BEST_EFFORT;
    }

    static int ofTrafficClass(int tos) {
        return BY_TOS[(tos & 0x1E) >> 1];
    }

    /** The band that a priority has when nobody says otherwise. */
    static int standardBand(int priority) {
        return BAND[priority];
    }
}
