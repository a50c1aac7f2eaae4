package org.wirelathe.ip.filter;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/**
 * An IPv4 packet as a translator sees it, or one that an ICMP error quotes: its endpoints, which it can replace. All
 * checksums that cover them are mended by the difference (RFC 1624), a checksum that is only begun for a card (B13)
 * likewise, and no checksum at all stays none (RFC 768).
 *
 * <p>A view that its owner lays over one packet after the other.
 */
final class NatView {
    /** What can be done with a packet. */
    enum Kind {
        /** TCP or UDP: its ports tell whose it is. */
        PORTS,
        /** An ICMP query: its identifier does, as if it were the source port. */
        QUERY,
        /** The answer to one, whose identifier is as if it were the destination port. */
        REPLY,
        /** An ICMP error: the packet that it quotes tells whose it is. */
        ERROR,
        /** A fragment behind the first: another one has the ports. */
        LATER_FRAGMENT,
        /** A protocol without ports. */
        OTHER,
        /** The header that tells whose it is is not all there. */
        MALFORMED
    }

    private static final int NONE = -1;
    private static final int OFFSET = 0x1FFF;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;
    private static final int TIMESTAMP = 13;
    private static final int TIMESTAMP_REPLY = 14;

    final Ipv4Header ip = new Ipv4Header();
    private byte[] bytes;
    private int transport;
    private int limit;
    private boolean partial;
    private Kind kind;
    private int protocol;
    private int sourceAt;
    private int destinationAt;
    private int checksumAt;

    /** Lays the view over a packet, head at a sound IPv4 header. */
    Kind over(Packet packet) {
        return over(packet.bytes, packet.head, packet.tail, packet.checksum == Packet.CHECKSUM_PARTIAL, false);
    }

    /** Lays the view over what an error quotes: eight bytes behind the header may be all that there is (RFC 792). */
    Kind overQuote(byte[] bytes, int at, int limit) {
        return over(bytes, at, limit, false, true);
    }

    private Kind over(byte[] bytes, int at, int limit, boolean partial, boolean quote) {
        this.bytes = bytes;
        this.limit = limit;
        this.partial = partial;
        ip.over(bytes, at);
        protocol = ip.protocol();
        transport = at + ip.headerLength();
        sourceAt = NONE;
        destinationAt = NONE;
        checksumAt = NONE;
        kind = (ip.flagsAndOffset() & OFFSET) != 0 ? Kind.LATER_FRAGMENT : switch (protocol) {
            case Protocol.TCP -> ports(16, quote ? 8 : TcpHeader.LEAST);
            case Protocol.UDP -> ports(6, 8);
            case Protocol.ICMP -> icmp();
            default -> Kind.OTHER;
        };
        return kind;
    }

    private Kind ports(int checksum, int least) {
        if (limit - transport < least) {
            return Kind.MALFORMED;
        }
        sourceAt = transport;
        destinationAt = transport + 2;
        checksumAt = limit - transport >= checksum + 2 ? transport + checksum : NONE;
        return Kind.PORTS;
    }

    private Kind icmp() {
        if (limit - transport < IcmpMessage.HEADER) {
            return Kind.MALFORMED;
        }
        checksumAt = transport + 2;
        int type = Bytes.u8(bytes, transport);
        switch (type) {
            case IcmpMessage.ECHO, TIMESTAMP -> {
                sourceAt = transport + 4;
                return Kind.QUERY;
            }
            case IcmpMessage.ECHO_REPLY, TIMESTAMP_REPLY -> {
                destinationAt = transport + 4;
                return Kind.REPLY;
            }
            default -> {
                return IcmpMessage.isError(type) ? Kind.ERROR : Kind.OTHER;
            }
        }
    }

    /** Where the transport header begins. */
    int transport() {
        return transport;
    }

    /** Where the packet ends. */
    int limit() {
        return limit;
    }

    int protocol() {
        return protocol;
    }

    boolean isFragment() {
        return ip.isFragment();
    }

    int source() {
        return ip.source();
    }

    int destination() {
        return ip.destination();
    }

    /** The source port, or the identifier of a query; 0 for what has none. */
    int sourcePort() {
        return sourceAt == NONE ? 0 : Bytes.u16(bytes, sourceAt);
    }

    /** The destination port, or the identifier of a reply; 0 for what has none. */
    int destinationPort() {
        return destinationAt == NONE ? 0 : Bytes.u16(bytes, destinationAt);
    }

    /** The flags of a TCP segment. */
    int tcpFlags() {
        return Bytes.u8(bytes, transport + 13);
    }

    void source(int address, int port) {
        sourceAddress(address);
        port(sourceAt, port);
    }

    void destination(int address, int port) {
        address(DESTINATION, address);
        port(destinationAt, port);
    }

    void sourceAddress(int address) {
        address(SOURCE, address);
    }

    void destinationAddress(int address) {
        address(DESTINATION, address);
    }

    /** Sums an ICMP message anew, when what it quotes has changed. */
    void sealIcmp() {
        Bytes.u16(bytes, checksumAt, 0);
        Bytes.u16(bytes, checksumAt, Checksum.finish(Checksum.sum(bytes, transport, limit - transport)));
    }

    private void address(int field, int address) {
        int at = ip.at() + field;
        int before = Bytes.i32(bytes, at);
        Bytes.i32(bytes, at, address);
        mend(ip.at() + 10, before >>> 16, address >>> 16);
        mend(ip.at() + 10, before & 0xFFFF, address & 0xFFFF);
        if (kind == Kind.PORTS) { // ICMP has no pseudo header
            transportSum(before >>> 16, address >>> 16, true);
            transportSum(before & 0xFFFF, address & 0xFFFF, true);
        }
    }

    private void port(int at, int port) {
        if (at == NONE) {
            return;
        }
        int before = Bytes.u16(bytes, at);
        Bytes.u16(bytes, at, port);
        transportSum(before, port, false);
    }

    /** @param pseudo whether the word is of the pseudo header, which is all that a begun checksum covers */
    private void transportSum(int before, int after, boolean pseudo) {
        if (checksumAt == NONE) {
            return;
        }
        int checksum = Bytes.u16(bytes, checksumAt);
        if (partial) {
            if (pseudo) {
                Bytes.u16(bytes, checksumAt, Checksum.fold(checksum + (~before & 0xFFFFL) + after));
            }
            return;
        }
        if (protocol == Protocol.UDP && checksum == 0) {
            return;
        }
        mend(checksumAt, before, after);
        if (protocol == Protocol.UDP && Bytes.u16(bytes, checksumAt) == 0) {
            Bytes.u16(bytes, checksumAt, 0xFFFF);
        }
    }

    private void mend(int at, int before, int after) {
        Bytes.u16(bytes, at, Checksum.update(Bytes.u16(bytes, at), before, after));
    }
}
