package org.wirelathe.wire;

/**
 * An IPv4 header (RFC 791 §3.1).
 *
 * <p>A view that its owner lays {@link #over} one header after the other: the data path makes no object per packet, not
 * even while the code is still interpreted.
 */
public final class Ipv4Header {
    /** Length in bytes without options. */
    public static final int LEAST = 20;
    /** The DF bit in {@link #flagsAndOffset}. */
    public static final int DONT_FRAGMENT = 0x4000;
    /** The MF bit in {@link #flagsAndOffset}. */
    public static final int MORE_FRAGMENTS = 0x2000;

    private byte[] bytes;
    private int at;

    /** A view of nothing yet. */
    public Ipv4Header() {
    }

    /** A view of the header that begins at {@code at}. */
    public Ipv4Header(byte[] bytes, int at) {
        over(bytes, at);
    }

    /** Lays the view over the header that begins at {@code at}. */
    public Ipv4Header over(byte[] bytes, int at) {
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
     * Whether the header is whole and consistent with itself and with the {@code limit - at} bytes that carry it, and
     * its checksum verifies (RFC 1122 §3.2.1.2, RFC 1812 §5.2.2). Bytes after the total length are link padding.
     */
    public Fault check(int limit) {
        if (limit - at < LEAST) {
            return Fault.TRUNCATED;
        }
        if (Bytes.u8(bytes, at) >>> 4 != 4) {
            return Fault.VERSION;
        }
        int headerLength = headerLength();
        if (headerLength < LEAST || headerLength > limit - at) {
            return Fault.HEADER_LENGTH;
        }
        if (totalLength() < headerLength || totalLength() > limit - at) {
            return Fault.TOTAL_LENGTH;
        }
        return Checksum.verifies(Checksum.sum(bytes, at, headerLength)) ? Fault.NONE : Fault.CHECKSUM;
    }

    /** Header length in bytes, options included. */
    public int headerLength() {
        return (Bytes.u8(bytes, at) & 0xF) << 2;
    }

    /** Differentiated services code point and ECN field. */
    public int trafficClass() {
        return Bytes.u8(bytes, at + 1);
    }

    /** Length of header and payload in bytes. */
    public int totalLength() {
        return Bytes.u16(bytes, at + 2);
    }

    public int identification() {
        return Bytes.u16(bytes, at + 4);
    }

    /** Three flag bits and the fragment offset in units of 8 bytes. */
    public int flagsAndOffset() {
        return Bytes.u16(bytes, at + 6);
    }

    /** Whether this is a fragment of a larger datagram. */
    public boolean isFragment() {
        return (flagsAndOffset() & 0x3FFF) != 0;
    }

    public int timeToLive() {
        return Bytes.u8(bytes, at + 8);
    }

    public int protocol() {
        return Bytes.u8(bytes, at + 9);
    }

    public int checksum() {
        return Bytes.u16(bytes, at + 10);
    }

    public int source() {
        return Bytes.i32(bytes, at + 12);
    }

    public int destination() {
        return Bytes.i32(bytes, at + 16);
    }

    /** Takes one from the time to live and mends the checksum incrementally (RFC 1812 §5.3.1, RFC 1624). */
    public void decrementTimeToLive() {
        int before = Bytes.u16(bytes, at + 8);
        int after = before - 0x100;
        Bytes.u16(bytes, at + 8, after);
        Bytes.u16(bytes, at + 10, Checksum.update(checksum(), before, after));
    }

    /** Replaces the traffic class and mends the checksum incrementally (RFC 1624). */
    public void setTrafficClass(int trafficClass) {
        int before = Bytes.u16(bytes, at);
        int after = before & 0xFF00 | trafficClass;
        Bytes.u16(bytes, at, after);
        Bytes.u16(bytes, at + 10, Checksum.update(checksum(), before, after));
    }

    /**
     * Replaces what differs in a fragment, or in a header that got options, and sums the header anew.
     *
     * @param headerLength bytes with options, a multiple of 4
     */
    public void rewrite(int headerLength, int totalLength, int flagsAndOffset) {
        Bytes.u8(bytes, at, 0x40 | headerLength >>> 2);
        Bytes.u16(bytes, at + 2, totalLength);
        Bytes.u16(bytes, at + 6, flagsAndOffset);
        Bytes.u16(bytes, at + 10, 0);
        Bytes.u16(bytes, at + 10, Checksum.finish(Checksum.sum(bytes, at, headerLength)));
    }

    /** Writes a header of 20 bytes, checksum included. */
    public void write(int trafficClass, int totalLength, int identification, int flagsAndOffset, int timeToLive,
            int protocol, int source, int destination) {
        Bytes.u16(bytes, at, 0x4500 | trafficClass);
        Bytes.u16(bytes, at + 2, totalLength);
        Bytes.u16(bytes, at + 4, identification);
        Bytes.u16(bytes, at + 6, flagsAndOffset);
        Bytes.u16(bytes, at + 8, timeToLive << 8 | protocol);
        Bytes.u16(bytes, at + 10, 0);
        Bytes.i32(bytes, at + 12, source);
        Bytes.i32(bytes, at + 16, destination);
        Bytes.u16(bytes, at + 10, Checksum.finish(Checksum.sum(bytes, at, LEAST)));
    }
}
