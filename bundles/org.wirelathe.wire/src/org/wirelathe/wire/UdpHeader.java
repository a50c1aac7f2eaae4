package org.wirelathe.wire;

/**
 * A UDP header (RFC 768): source port, destination port, length, checksum.
 *
 * <p>A view that its owner lays {@link #over} one header after the other. A checksum field of 0 says that the sender
 * computed none: good over IPv4 (RFC 768), never over IPv6 (RFC 8200 §8.1). A sum of 0 is therefore sent as ffff. The
 * checksum covers as many bytes as the length field says, which may be fewer than the packet has.
 */
public final class UdpHeader {
    /** Length in bytes. */
    public static final int LENGTH = 8;
    /** Where the checksum stands. */
    public static final int CHECKSUM = 6;

    private byte[] bytes;
    private int at;

    /** A view of nothing yet. */
    public UdpHeader() {
    }

    /** A view of the header that begins at {@code at}. */
    public UdpHeader(byte[] bytes, int at) {
        over(bytes, at);
    }

    /** Lays the view over the header that begins at {@code at}. */
    public UdpHeader over(byte[] bytes, int at) {
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
     * Whether header and text are whole: the length is at least 8 and not beyond the payload of the packet, which ends
     * at {@code limit}; bytes behind it belong to nobody. A source port of 0 is legal: no answer is wanted.
     */
    public Fault check(int limit) {
        if (limit - at < LENGTH) {
            return Fault.TRUNCATED;
        }
        int length = length();
        return length < LENGTH || length > limit - at ? Fault.TOTAL_LENGTH : Fault.NONE;
    }

    /** Whether the checksum verifies over IPv4; none at all is good. */
    public boolean verifies(int source, int destination) {
        return checksum() == 0
                || Checksum.verifies(sum() + Checksum.pseudoHeader(source, destination, Protocol.UDP, length()));
    }

    /**
     * Whether the checksum verifies over either family, IPv4 addresses in their mapped form; none at all is good for
     * IPv4 only.
     */
    public boolean verifies(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow) {
        if (checksum() == 0) {
            return IpAddress.isV4(destinationHigh, destinationLow);
        }
        return Checksum.verifies(sum() + Checksum.pseudoHeader(sourceHigh, sourceLow, destinationHigh, destinationLow,
                Protocol.UDP, length()));
    }

    private long sum() {
        return Checksum.sum(bytes, at, length());
    }

    public int sourcePort() {
        return Bytes.u16(bytes, at);
    }

    public int destinationPort() {
        return Bytes.u16(bytes, at + 2);
    }

    /** Length of header and text, bytes. */
    public int length() {
        return Bytes.u16(bytes, at + 4);
    }

    public int checksum() {
        return Bytes.u16(bytes, at + CHECKSUM);
    }

    /** Writes the header without a checksum; {@code length} is that of header and text. */
    public void write(int sourcePort, int destinationPort, int length) {
        Bytes.u16(bytes, at, sourcePort);
        Bytes.u16(bytes, at + 2, destinationPort);
        Bytes.i32(bytes, at + 4, length << 16);
    }

    /** Computes and writes the checksum over IPv4. */
    public void seal(int source, int destination) {
        sealPartially(source, destination);
        complete();
    }

    /** The same for either family; IPv4 addresses in their mapped form. */
    public void seal(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow) {
        sealPartially(sourceHigh, sourceLow, destinationHigh, destinationLow);
        complete();
    }

    /**
     * Leaves the folded sum over the pseudo header of IPv4 in the checksum field: whoever sends the datagram adds the
     * rest with {@link #complete} (B13; Linux: CHECKSUM_PARTIAL).
     */
    public void sealPartially(int source, int destination) {
        leave(Checksum.pseudoHeader(source, destination, Protocol.UDP, length()));
    }

    /** The same for either family; IPv4 addresses in their mapped form. */
    public void sealPartially(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow) {
        leave(Checksum.pseudoHeader(sourceHigh, sourceLow, destinationHigh, destinationLow, Protocol.UDP, length()));
    }

    private void leave(long sum) {
        Bytes.u16(bytes, at + CHECKSUM, Checksum.fold(sum));
    }

    /** Completes the checksum of a datagram that was {@linkplain #sealPartially(int, int) sealed partially}. */
    public void complete() {
        int checksum = Checksum.finish(sum());
        Bytes.u16(bytes, at + CHECKSUM, checksum == 0 ? 0xFFFF : checksum);
    }
}
