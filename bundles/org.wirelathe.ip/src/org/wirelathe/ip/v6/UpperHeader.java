package org.wirelathe.ip.v6;

import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.FragmentHeader;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/**
 * Finds the transport header of a packet that is quoted in an error, or that an error is to be about: it may be cut
 * short anywhere, and nothing in it needs to be sound. Bounded by the packet; makes no object.
 */
final class UpperHeader {
    private int protocol;
    private int at;

    /**
     * Whether the packet that begins at {@code from} has its header chain before {@code limit}; the transport header
     * itself may lie beyond. No in a later fragment.
     */
    boolean find(byte[] bytes, int from, int limit) {
        if (limit - from < Ipv6Header.LENGTH) {
            return false;
        }
        protocol = Bytes.u8(bytes, from + Ipv6Header.NEXT_HEADER);
        at = from + Ipv6Header.LENGTH;
        while (isPassed(protocol)) {
            if (limit - at < 8) {
                return false;
            }
            int length = 8;
            if (protocol == Protocol.FRAGMENT) {
                if ((Bytes.u16(bytes, at + FragmentHeader.OFFSET) & 0xFFF8) != 0) {
                    return false;
                }
            } else {
                length += (protocol == Protocol.AH ? 4 : 8) * Bytes.u8(bytes, at + 1);
            }
            protocol = Bytes.u8(bytes, at);
            at += length;
        }
        return true;
    }

    private static boolean isPassed(int protocol) {
        return switch (protocol) {
            case Protocol.HOP_BY_HOP, Protocol.ROUTING, Protocol.FRAGMENT, Protocol.DEST_OPTIONS, Protocol.AH -> true;
            default -> false;
        };
    }

    /** Its type. */
    int protocol() {
        return protocol;
    }

    /** Where it begins. */
    int at() {
        return at;
    }
}
