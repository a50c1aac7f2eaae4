package org.wirelathe.queue;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;

/** Explicit Congestion Notification as a router gives it (RFC 3168 §5): CE instead of a drop. */
final class Ecn {
    /** Congestion Experienced, the two low bits of the TOS byte or the traffic class. */
    private static final int CE = 3;
    private static final int CHECKSUM_AT = 10;

    private Ecn() {
    }

    /**
     * Sets CE in a frame whose transport is ECN-capable, behind VLAN tags too. The IPv4 header checksum is mended by
     * what changed (RFC 1624); no transport checksum covers the field.
     *
     * @return false when the frame is not ECN-capable (Not-ECT, or not IP): congestion can only be told by dropping it
     */
    static boolean mark(Packet frame) {
        int at = Frames.payload(frame);
        if (Frames.isIpv4(frame, at)) {
            return markIpv4(frame.bytes, at);
        }
        return Frames.isIpv6(frame, at) && markIpv6(frame.bytes, at);
    }

    private static boolean markIpv4(byte[] bytes, int at) {
        int before = Bytes.u16(bytes, at);
        if ((before & CE) == 0) {
            return false;
        }
        int after = before | CE;
        if (after != before) {
            Bytes.u16(bytes, at, after);
            int sum = Bytes.u16(bytes, at + CHECKSUM_AT);
            Bytes.u16(bytes, at + CHECKSUM_AT, Checksum.update(sum, before, after));
        }
        return true;
    }

    /** The traffic class stands across the first two bytes: version 4 bits, class 8, flow label 20 (RFC 8200 §3). */
    private static boolean markIpv6(byte[] bytes, int at) {
        int word = Bytes.u16(bytes, at);
        if ((word >>> 4 & CE) == 0) {
            return false;
        }
        Bytes.u16(bytes, at, word | CE << 4);
        return true;
    }
}
