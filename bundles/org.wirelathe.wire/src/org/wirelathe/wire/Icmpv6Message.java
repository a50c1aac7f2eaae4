package org.wirelathe.wire;

/**
 * An ICMPv6 message (RFC 4443): type, code, checksum, four bytes that depend on the type, body.
 *
 * <p>A view that its owner lays {@link #over} one message after the other. The checksum covers a pseudo header, other
 * than that of ICMP over IPv4.
 */
public final class Icmpv6Message {
    /** Length in bytes up to the body. */
    public static final int HEADER = 8;

    public static final int UNREACHABLE = 1;
    public static final int PACKET_TOO_BIG = 2;
    public static final int TIME_EXCEEDED = 3;
    public static final int PARAMETER_PROBLEM = 4;
    public static final int ECHO = 128;
    public static final int ECHO_REPLY = 129;
    /** A router asks who listens to groups (RFC 2710, RFC 3810). */
    public static final int LISTENER_QUERY = 130;
    public static final int ROUTER_SOLICITATION = 133;
    public static final int ROUTER_ADVERTISEMENT = 134;
    public static final int NEIGHBOR_SOLICITATION = 135;
    public static final int NEIGHBOR_ADVERTISEMENT = 136;
    public static final int REDIRECT = 137;
    /** Which groups a node listens to (RFC 3810 §5.2). */
    public static final int LISTENER_REPORT = 143;

    /** Unreachable: no route to the destination (RFC 4443 §3.1, as all of these). */
    public static final int CODE_NO_ROUTE = 0;
    public static final int CODE_PROHIBITED = 1;
    public static final int CODE_BEYOND_SCOPE = 2;
    public static final int CODE_ADDRESS_UNREACHABLE = 3;
    public static final int CODE_PORT_UNREACHABLE = 4;
    public static final int CODE_SOURCE_POLICY = 5;
    public static final int CODE_REJECT_ROUTE = 6;

    /** Time exceeded: the hop limit reached 0 (RFC 4443 §3.3). */
    public static final int CODE_HOP_LIMIT = 0;
    public static final int CODE_REASSEMBLY = 1;

    /** Parameter problem: a field that cannot be (RFC 4443 §3.4). */
    public static final int CODE_HEADER_FIELD = 0;
    public static final int CODE_NEXT_HEADER = 1;
    public static final int CODE_OPTION = 2;
    /** Parameter problem: a first fragment that does not hold the whole header chain (RFC 7112 §5). */
    public static final int CODE_INCOMPLETE_CHAIN = 3;

    private static final int FIRST_INFORMATIONAL = 128;

    private byte[] bytes;
    private int at;

    /** A view of nothing yet. */
    public Icmpv6Message() {
    }

    /** A view of the message that begins at {@code at}. */
    public Icmpv6Message(byte[] bytes, int at) {
        over(bytes, at);
    }

    /** Lays the view over the message that begins at {@code at}. */
    public Icmpv6Message over(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
        return this;
    }

    /** The buffer. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the message begins. */
    public int at() {
        return at;
    }

    /** Whether the header fits before {@code limit}, where the message ends; see {@link #verifies}. */
    public Fault check(int limit) {
        return limit - at < HEADER ? Fault.TRUNCATED : Fault.NONE;
    }

    /** Whether the checksum over pseudo header and message verifies (RFC 4443 §2.3). */
    public boolean verifies(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int limit) {
        return Checksum.verifies(sum(sourceHigh, sourceLow, destinationHigh, destinationLow, limit));
    }

    private long sum(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int limit) {
        int length = limit - at;
        return Checksum.sum(bytes, at, length) + Checksum.pseudoHeader(sourceHigh, sourceLow, destinationHigh,
                destinationLow, Protocol.ICMPV6, length);
    }

    public int type() {
        return Bytes.u8(bytes, at);
    }

    public int code() {
        return Bytes.u8(bytes, at + 1);
    }

    public int checksum() {
        return Bytes.u16(bytes, at + 2);
    }

    /** The identifier of an echo. */
    public int identifier() {
        return Bytes.u16(bytes, at + 4);
    }

    /** The sequence number of an echo. */
    public int sequence() {
        return Bytes.u16(bytes, at + 6);
    }

    /** The next link's MTU in Packet Too Big, bytes; unsigned, so that more than 2^31 reads as the largest int. */
    public int mtu() {
        int mtu = Bytes.i32(bytes, at + 4);
        return mtu < 0 ? Integer.MAX_VALUE : mtu;
    }

    /** The octet of the packet that a Parameter Problem is about; as {@link #mtu}, at most the largest int. */
    public int pointer() {
        return mtu();
    }

    /** Whether the message reports an error, about which no further error may be sent (RFC 4443 §2.4 e.1). */
    public boolean isError() {
        return isError(type());
    }

    /** Whether messages of a type report errors: those below 128 (RFC 4443 §2.1). */
    public static boolean isError(int type) {
        return type < FIRST_INFORMATIONAL;
    }

    /**
     * Writes the header without a checksum.
     *
     * @param word what the type has in its second four bytes: an MTU, a pointer, 0
     */
    public void write(int type, int code, int word) {
        Bytes.i32(bytes, at, type << 24 | code << 16);
        Bytes.i32(bytes, at + 4, word);
    }

    /** Writes the header of an echo or its reply, without a checksum. */
    public void writeEcho(int type, int identifier, int sequence) {
        write(type, 0, identifier << 16 | sequence & 0xFFFF);
    }

    /** Computes and writes the checksum of the message that ends at {@code limit} (RFC 4443 §2.3). */
    public void seal(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int limit) {
        Bytes.u16(bytes, at + 2, 0);
        Bytes.u16(bytes, at + 2,
                Checksum.finish(sum(sourceHigh, sourceLow, destinationHigh, destinationLow, limit)));
    }
}
