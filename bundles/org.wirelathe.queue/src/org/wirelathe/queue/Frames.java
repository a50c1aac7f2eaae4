package org.wirelathe.queue;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EthernetHeader;

/** Finds the network header of an Ethernet frame: what a queue may look at before it decides. */
final class Frames {
    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86DD;
    /** IEEE 802.1Q, and the outer tag of IEEE 802.1ad. */
    private static final int CUSTOMER_TAG = 0x8100;
    private static final int SERVICE_TAG = 0x88A8;
    private static final int TAG_LENGTH = 4;
    private static final int MOST_TAGS = 2;
    private static final int LEAST_IPV4 = 20;
    private static final int IPV6_LENGTH = 40;

    private Frames() {
    }

    /** Where the payload of the frame begins, behind at most two VLAN tags; -1 when the frame ends before it. */
    static int payload(Packet frame) {
        byte[] bytes = frame.bytes;
        int at = frame.head + EthernetHeader.LENGTH;
        for (int tags = 0; tags < MOST_TAGS && at <= frame.tail; tags++) {
            int type = Bytes.u16(bytes, at - 2);
            if (type != CUSTOMER_TAG && type != SERVICE_TAG) {
                break;
            }
            at += TAG_LENGTH;
        }
        return at <= frame.tail ? at : -1;
    }

    /** The EtherType of the payload that begins at {@code at}. */
    static int type(Packet frame, int at) {
        return Bytes.u16(frame.bytes, at - 2);
    }

    /** Whether a whole IPv4 header begins at {@code at}, the place that {@link #payload} gave. */
    static boolean isIpv4(Packet frame, int at) {
        if (at < 0 || frame.tail - at < LEAST_IPV4 || type(frame, at) != IPV4) {
            return false;
        }
        int first = Bytes.u8(frame.bytes, at);
        int length = (first & 0xF) << 2;
        return first >>> 4 == 4 && length >= LEAST_IPV4 && length <= frame.tail - at;
    }

    /** Whether a whole IPv6 header begins at {@code at}, the place that {@link #payload} gave. */
    static boolean isIpv6(Packet frame, int at) {
        return at >= 0 && frame.tail - at >= IPV6_LENGTH && type(frame, at) == IPV6
                && Bytes.u8(frame.bytes, at) >>> 4 == 6;
    }
}
