package org.wirelathe.wire;

/**
 * An IPv6 header (RFC 8200 §3); what follows it is the affair of {@link Ipv6Extensions}.
 *
 * <p>A view that its owner lays {@link #over} one header after the other: the data path makes no object per packet, not
 * even while the code is still interpreted. Addresses come as pairs of longs; as objects for the slow path.
 */
public final class Ipv6Header {
    /** Length in bytes. */
    public static final int LENGTH = 40;
    /** Least MTU of a link (RFC 8200 §5), bytes: B20. */
    public static final int LEAST_MTU = 1280;
    /** Where the payload length stands: what a Parameter Problem about a fragment's length points at. */
    public static final int PAYLOAD_LENGTH = 4;
    /** Where the next header field stands: what a Parameter Problem about the first of them points at. */
    public static final int NEXT_HEADER = 6;
    /** Where the source address stands. */
    public static final int SOURCE = 8;
    /** Where the destination address stands. */
    public static final int DESTINATION = 24;
    /** Largest payload length that the field can hold, bytes; jumbograms (RFC 2675) are not known here. */
    public static final int MOST_PAYLOAD = 65_535;
    /** The 20 bits of a flow label. */
    public static final int FLOW_LABEL = 0xF_FFFF;

    private byte[] bytes;
    private int at;

    /** A view of nothing yet. */
    public Ipv6Header() {
    }

    /** A view of the header that begins at {@code at}. */
    public Ipv6Header(byte[] bytes, int at) {
        over(bytes, at);
    }

    /** Lays the view over the header that begins at {@code at}. */
    public Ipv6Header over(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
        return this;
    }

    /** The buffer. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the header begins. */
    public int at() {
        return at;
    }

    /**
     * Whether the header is whole and consistent with the {@code limit - at} bytes that carry it. Bytes after the
     * payload are link padding. There is no checksum (B19).
     */
    public Fault check(int limit) {
        if (limit - at < LENGTH) {
            return Fault.TRUNCATED;
        }
        if (Bytes.u8(bytes, at) >>> 4 != 6) {
            return Fault.VERSION;
        }
        return payloadLength() > limit - at - LENGTH ? Fault.TOTAL_LENGTH : Fault.NONE;
    }

    /** Differentiated services code point and ECN field. */
    public int trafficClass() {
        return Bytes.u16(bytes, at) >>> 4 & 0xFF;
    }

    /** Twenty bits that all packets of a flow share; 0 when the source gave none (RFC 6437 §2). */
    public int flowLabel() {
        return Bytes.i32(bytes, at) & FLOW_LABEL;
    }

    /** Bytes behind this header, extension headers included. */
    public int payloadLength() {
        return Bytes.u16(bytes, at + PAYLOAD_LENGTH);
    }

    /** Bytes of this header and all behind it. */
    public int totalLength() {
        return LENGTH + payloadLength();
    }

    /** Type of the header that follows this one, which may be an extension header. */
    public int nextHeader() {
        return Bytes.u8(bytes, at + NEXT_HEADER);
    }

    public int hopLimit() {
        return Bytes.u8(bytes, at + 7);
    }

    public long sourceHigh() {
        return Bytes.i64(bytes, at + SOURCE);
    }

    public long sourceLow() {
        return Bytes.i64(bytes, at + SOURCE + 8);
    }

    public long destinationHigh() {
        return Bytes.i64(bytes, at + DESTINATION);
    }

    public long destinationLow() {
        return Bytes.i64(bytes, at + DESTINATION + 8);
    }

    /** The source as a new object. */
    public IpAddress source() {
        return IpAddress.read(bytes, at + SOURCE);
    }

    /** The destination as a new object. */
    public IpAddress destination() {
        return IpAddress.read(bytes, at + DESTINATION);
    }

    /** Whether the packet goes to a group: ff00::/8. */
    public boolean isToGroup() {
        return bytes[at + DESTINATION] == (byte) 0xFF;
    }

    /** Takes one from the hop limit, which is not 0. */
    public void decrementHopLimit() {
        bytes[at + 7]--;
    }

    /** Replaces the traffic class; the flow label stays. */
    public void setTrafficClass(int trafficClass) {
        Bytes.u16(bytes, at, 6 << 12 | trafficClass << 4 | Bytes.u8(bytes, at + 1) & 0xF);
    }

    /** Replaces the payload length, as when fragments are put together. */
    public void setPayloadLength(int length) {
        Bytes.u16(bytes, at + PAYLOAD_LENGTH, length);
    }

    /** Replaces the type of the header that follows. */
    public void setNextHeader(int protocol) {
        Bytes.u8(bytes, at + NEXT_HEADER, protocol);
    }

    /** Writes the whole header. */
    public void write(int trafficClass, int flowLabel, int payloadLength, int nextHeader, int hopLimit,
            long sourceHigh, long sourceLow, long destinationHigh, long destinationLow) {
        Bytes.i32(bytes, at, 6 << 28 | trafficClass << 20 | flowLabel);
        Bytes.u16(bytes, at + PAYLOAD_LENGTH, payloadLength);
        Bytes.u16(bytes, at + 6, nextHeader << 8 | hopLimit);
        Bytes.i64(bytes, at + SOURCE, sourceHigh);
        Bytes.i64(bytes, at + SOURCE + 8, sourceLow);
        Bytes.i64(bytes, at + DESTINATION, destinationHigh);
        Bytes.i64(bytes, at + DESTINATION + 8, destinationLow);
    }
}
