package org.wirelathe.ip.fragment;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.Protocol;

/**
 * Finishes in software the transport checksum that a card was to finish (B13): the sum is over the whole packet, and a
 * card would see pieces of it only.
 */
final class PartialChecksum {
    private static final int NONE = -1;

    private PartialChecksum() {
    }

    /**
     * Completes the checksum of a packet of ours, if it is still to be completed.
     *
     * @param transport where in the buffer the transport header begins
     */
    static void complete(Packet packet, int transport, int protocol) {
        if (packet.checksum != Packet.CHECKSUM_PARTIAL) {
            return;
        }
        packet.checksum = Packet.CHECKSUM_NONE;
        int field = switch (protocol) {
            case Protocol.TCP -> 16;
            case Protocol.UDP -> 6;
            case Protocol.ICMPV6 -> 2;
            default -> NONE;
        };
        if (field == NONE || transport + field + 2 > packet.tail) {
            return;
        }
        int checksum = Checksum.finish(Checksum.sum(packet.bytes, transport, packet.tail - transport));
        boolean zero = protocol == Protocol.UDP && checksum == 0; // which would say that there is none (RFC 768)
        Bytes.u16(packet.bytes, transport + field, zero ? 0xFFFF : checksum);
    }
}
