package org.wirelathe.tcp;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.TcpHeader;

/**
 * The segment that is arriving: what a received packet means once it has been found whole. One object per transport,
 * filled anew by {@link #parse}; after {@link Fault#NONE} every value is legal and the text lies inside the packet.
 */
final class Segment {
    private final TcpOptions options = new TcpOptions();
    private final TcpHeader header = new TcpHeader();
    private Packet packet;
    private byte[] bytes;
    private long sourceHigh;
    private long sourceLow;
    private long destinationHigh;
    private long destinationLow;
    private int sourcePort;
    private int destinationPort;
    private int sequence;
    private int acknowledgment;
    private int flags;
    private int window;
    private int textAt;
    private int textLength;
    private int segmentSize;

    /** Reads a packet whose head is at the TCP header; anything but {@link Fault#NONE} leaves nothing to be used. */
    Fault parse(Packet arriving, Arrival arrival) {
        packet = arriving;
        bytes = packet.bytes;
        Fault fault = header.over(bytes, packet.head).check(packet.tail);
        if (fault != Fault.NONE) {
            return fault;
        }
        if (packet.checksum != Packet.CHECKSUM_VERIFIED && !header.verifies(arrival.sourceHigh, arrival.sourceLow,
                arrival.destinationHigh, arrival.destinationLow, packet.tail)) {
            return Fault.CHECKSUM;
        }
        sourceHigh = arrival.sourceHigh;
        sourceLow = arrival.sourceLow;
        destinationHigh = arrival.destinationHigh;
        destinationLow = arrival.destinationLow;
        sourcePort = header.sourcePort();
        destinationPort = header.destinationPort();
        sequence = header.sequence();
        acknowledgment = header.acknowledgment();
        flags = header.flags();
        window = header.window();
        textAt = packet.head + header.headerLength();
        textLength = packet.tail - textAt;
        segmentSize = packet.segmentSize > 0 ? Math.min(packet.segmentSize, textLength) : textLength;
        options.parse(bytes, packet.head + TcpHeader.LEAST, textAt);
        return Fault.NONE;
    }

    /** The packet that carries it, head at the TCP header; it is the caller's of {@link #parse}. */
    Packet packet() {
        return packet;
    }

    /** First half of the sender's address. */
    long sourceHigh() {
        return sourceHigh;
    }

    /** Last half of the sender's address. */
    long sourceLow() {
        return sourceLow;
    }

    /** First half of the address it was sent to. */
    long destinationHigh() {
        return destinationHigh;
    }

    /** Last half of the address it was sent to. */
    long destinationLow() {
        return destinationLow;
    }

    /** The sender's address. */
    IpAddress source() {
        return new IpAddress(sourceHigh, sourceLow);
    }

    /** The address it was sent to. */
    IpAddress destination() {
        return new IpAddress(destinationHigh, destinationLow);
    }

    int sourcePort() {
        return sourcePort;
    }

    int destinationPort() {
        return destinationPort;
    }

    /** SEG.SEQ. */
    int sequence() {
        return sequence;
    }

    /** SEG.ACK; meaningful when {@link #ack} holds. */
    int acknowledgment() {
        return acknowledgment;
    }

    /** SEG.WND as it stands, not scaled. */
    int window() {
        return window;
    }

    boolean syn() {
        return (flags & TcpHeader.SYN) != 0;
    }

    boolean ack() {
        return (flags & TcpHeader.ACK) != 0;
    }

    boolean rst() {
        return (flags & TcpHeader.RST) != 0;
    }

    boolean fin() {
        return (flags & TcpHeader.FIN) != 0;
    }

    TcpOptions options() {
        return options;
    }

    /** The array that holds the text. */
    byte[] bytes() {
        return bytes;
    }

    /** Where the text begins. */
    int textAt() {
        return textAt;
    }

    /** Bytes of text. */
    int textLength() {
        return textLength;
    }

    /** Bytes of text in the longest of the segments that a driver has put together in this one (GRO, B13). */
    int segmentSize() {
        return segmentSize;
    }

    /** SEG.LEN: text, SYN and FIN. */
    int length() {
        return textLength + (flags & TcpHeader.FIN) + ((flags & TcpHeader.SYN) >>> 1);
    }
}
