package org.wirelathe.wire;

/**
 * A TCP header (RFC 9293 §3.1).
 *
 * <p>A view that its owner lays {@link #over} one header after the other: the data path makes no object per packet, not
 * even while the code is still interpreted.
 */
public final class TcpHeader {
    /** Length in bytes without options. */
    public static final int LEAST = 20;
    /** Most bytes of options. */
    public static final int MOST_OPTIONS = 40;

    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
    public static final int URG = 0x20;
    public static final int ECE = 0x40;
    public static final int CWR = 0x80;

    private byte[] bytes;
    private int at;

    /** A view of nothing yet. */
    public TcpHeader() {
    }

    /** A view of the header that begins at {@code at}. */
    public TcpHeader(byte[] bytes, int at) {
        over(bytes, at);
    }

    /** Lays the view over the header that begins at {@code at}. */
    public TcpHeader over(byte[] bytes, int at) {
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

    /** Whether the header is whole and consistent with a segment that ends at {@code limit}; see {@link #verifies}. */
    public Fault check(int limit) {
        if (limit - at < LEAST) {
            return Fault.TRUNCATED;
        }
        int length = headerLength();
        return length < LEAST || length > limit - at ? Fault.HEADER_LENGTH : Fault.NONE;
    }

    /** Whether the checksum over pseudo header, header and text verifies (RFC 9293 MUST-3). */
    public boolean verifies(int source, int destination, int limit) {
        int length = limit - at;
        return Checksum.verifies(Checksum.sum(bytes, at, length)
                + Checksum.pseudoHeader(source, destination, Protocol.TCP, length));
    }

    /** The same for either family; IPv4 addresses in their mapped form. */
    public boolean verifies(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int limit) {
        int length = limit - at;
        return Checksum.verifies(Checksum.sum(bytes, at, length) + Checksum.pseudoHeader(sourceHigh, sourceLow,
                destinationHigh, destinationLow, Protocol.TCP, length));
    }

    public int sourcePort() {
        return Bytes.u16(bytes, at);
    }

    public int destinationPort() {
        return Bytes.u16(bytes, at + 2);
    }

    public int sequence() {
        return Bytes.i32(bytes, at + 4);
    }

    public int acknowledgment() {
        return Bytes.i32(bytes, at + 8);
    }

    /** Header length in bytes, options included. */
    public int headerLength() {
        return Bytes.u8(bytes, at + 12) >>> 4 << 2;
    }

    /** The eight control bits. */
    public int flags() {
        return Bytes.u8(bytes, at + 13);
    }

    /** The window field as it stands, not scaled (MUST-1: unsigned). */
    public int window() {
        return Bytes.u16(bytes, at + 14);
    }

    public int checksum() {
        return Bytes.u16(bytes, at + 16);
    }

    public int urgentPointer() {
        return Bytes.u16(bytes, at + 18);
    }

    /** Writes the fixed part with a zero checksum; {@code headerLength} includes options and is a multiple of 4. */
    public void write(int sourcePort, int destinationPort, int sequence, int acknowledgment, int headerLength,
            int flags, int window) {
        Bytes.u16(bytes, at, sourcePort);
        Bytes.u16(bytes, at + 2, destinationPort);
        Bytes.i32(bytes, at + 4, sequence);
        Bytes.i32(bytes, at + 8, acknowledgment);
        Bytes.u16(bytes, at + 12, headerLength << 10 | flags);
        Bytes.u16(bytes, at + 14, window);
        Bytes.i32(bytes, at + 16, 0);
    }

    /** Computes and writes the checksum of the segment that ends at {@code limit} (RFC 9293 MUST-2). */
    public void seal(int source, int destination, int limit) {
        int length = limit - at;
        Bytes.u16(bytes, at + 16, 0);
        Bytes.u16(bytes, at + 16, Checksum.finish(Checksum.sum(bytes, at, length)
                + Checksum.pseudoHeader(source, destination, Protocol.TCP, length)));
    }

    /** The same for either family; IPv4 addresses in their mapped form. */
    public void seal(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int limit) {
        sealPartially(sourceHigh, sourceLow, destinationHigh, destinationLow, limit);
        complete(limit);
    }

    /**
     * Leaves the folded sum over the pseudo header in the checksum field of the segment that ends at {@code limit}:
     * whoever sends it adds the rest with {@link #complete} (B13; Linux: CHECKSUM_PARTIAL).
     */
    public void sealPartially(int source, int destination, int limit) {
        Bytes.u16(bytes, at + 16,
                Checksum.fold(Checksum.pseudoHeader(source, destination, Protocol.TCP, limit - at)));
    }

    /** The same for either family; IPv4 addresses in their mapped form. */
    public void sealPartially(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int limit) {
        Bytes.u16(bytes, at + 16, Checksum.fold(Checksum.pseudoHeader(sourceHigh, sourceLow, destinationHigh,
                destinationLow, Protocol.TCP, limit - at)));
    }

    /** Completes the checksum of a segment that was {@linkplain #sealPartially sealed partially}. */
    public void complete(int limit) {
        Bytes.u16(bytes, at + 16, Checksum.finish(Checksum.sum(bytes, at, limit - at)));
    }

    /** The control bits as letters, in the order captures print them: {@code [S.]}, {@code [F.]}, {@code [P.]}. */
    public static String formatFlags(int flags) {
        StringBuilder text = new StringBuilder(8);
        text.append((flags & SYN) != 0 ? "S" : "").append((flags & FIN) != 0 ? "F" : "")
                .append((flags & RST) != 0 ? "R" : "").append((flags & PSH) != 0 ? "P" : "")
                .append((flags & URG) != 0 ? "U" : "").append((flags & ECE) != 0 ? "E" : "")
                .append((flags & CWR) != 0 ? "W" : "").append((flags & ACK) != 0 ? "." : "");
        return text.toString();
    }
}
