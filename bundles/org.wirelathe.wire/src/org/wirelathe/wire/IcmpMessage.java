package org.wirelathe.wire;

/**
 * An ICMP message (RFC 792): type, code, checksum, four bytes that depend on the type, body.
 *
 * @param bytes the buffer
 * @param at where the message begins
 */
public record IcmpMessage(byte[] bytes, int at) {
    /** Length in bytes up to the body. */
    public static final int HEADER = 8;

    public static final int ECHO_REPLY = 0;
    public static final int UNREACHABLE = 3;
    public static final int SOURCE_QUENCH = 4;
    public static final int REDIRECT = 5;
    public static final int ECHO = 8;
    public static final int TIME_EXCEEDED = 11;
    public static final int PARAMETER_PROBLEM = 12;

    public static final int CODE_NET_UNREACHABLE = 0;
    public static final int CODE_HOST_UNREACHABLE = 1;
    public static final int CODE_PROTOCOL_UNREACHABLE = 2;
    public static final int CODE_PORT_UNREACHABLE = 3;
    public static final int CODE_FRAGMENTATION_NEEDED = 4;
    public static final int CODE_SOURCE_ROUTE_FAILED = 5;
    /** The codes from here to 12 are those of RFC 1122 §3.2.2.1. */
    public static final int CODE_NET_UNKNOWN = 6;
    public static final int CODE_HOST_UNKNOWN = 7;
    public static final int CODE_SOURCE_HOST_ISOLATED = 8;
    public static final int CODE_NET_PROHIBITED = 9;
    public static final int CODE_HOST_PROHIBITED = 10;
    public static final int CODE_NET_UNREACHABLE_FOR_SERVICE = 11;
    public static final int CODE_HOST_UNREACHABLE_FOR_SERVICE = 12;
    /** A filter forbids it (RFC 1812 §5.2.7.1, as the two behind it). */
    public static final int CODE_PROHIBITED = 13;
    public static final int CODE_PRECEDENCE_VIOLATION = 14;
    public static final int CODE_PRECEDENCE_CUTOFF = 15;

    /** Redirect: for the network; RFC 1812 §5.2.7.2 has routers send the code for the host only. */
    public static final int CODE_REDIRECT_NET = 0;
    public static final int CODE_REDIRECT_HOST = 1;
    public static final int CODE_REDIRECT_NET_FOR_SERVICE = 2;
    public static final int CODE_REDIRECT_HOST_FOR_SERVICE = 3;

    /** Time exceeded: the time to live reached 0. */
    public static final int CODE_TIME_TO_LIVE = 0;
    public static final int CODE_REASSEMBLY = 1;

    /** Parameter problem: at the octet that {@link #pointer} says. */
    public static final int CODE_POINTER = 0;
    public static final int CODE_OPTION_MISSING = 1;
    public static final int CODE_BAD_LENGTH = 2;

    /** Whether a message of {@code limit - at} bytes is whole and its checksum verifies. */
    public Fault check(int limit) {
        if (limit - at < HEADER) {
            return Fault.TRUNCATED;
        }
        return Checksum.verifies(Checksum.sum(bytes, at, limit - at)) ? Fault.NONE : Fault.CHECKSUM;
    }

    public int type() {
        return Bytes.u8(bytes, at);
    }

    public int code() {
        return Bytes.u8(bytes, at + 1);
    }

    /** The identifier of an echo. */
    public int identifier() {
        return Bytes.u16(bytes, at + 4);
    }

    /** The sequence number of an echo. */
    public int sequence() {
        return Bytes.u16(bytes, at + 6);
    }

    /** The next hop's MTU in a fragmentation-needed message (RFC 1191 §4). */
    public int nextHopMtu() {
        return Bytes.u16(bytes, at + 6);
    }

    /** The octet of the packet that a parameter problem is about. */
    public int pointer() {
        return Bytes.u8(bytes, at + 4);
    }

    /** The better router that a redirect names. */
    public int gateway() {
        return Bytes.i32(bytes, at + 4);
    }

    /** Whether the message reports an error, about which no further error may be sent (RFC 1122 §3.2.2). */
    public boolean isError() {
        return isError(type());
    }

    /** Whether messages of a type report errors. */
    public static boolean isError(int type) {
        return type == UNREACHABLE || type == SOURCE_QUENCH || type == REDIRECT || type == TIME_EXCEEDED
                || type == PARAMETER_PROBLEM;
    }

    /** Writes the header of a message whose body stands already in place and ends at {@code limit}; sums the whole. */
    public void write(int type, int code, int identifier, int sequence, int limit) {
        write(type, code, identifier << 16 | sequence & 0xFFFF, limit);
    }

    /**
     * The same for any type.
     *
     * @param word what the type has in its second four bytes: a gateway, a pointer in the highest eight bits, 0
     */
    public void write(int type, int code, int word, int limit) {
        Bytes.i32(bytes, at, type << 24 | code << 16);
        Bytes.i32(bytes, at + 4, word);
        Bytes.u16(bytes, at + 2, Checksum.finish(Checksum.sum(bytes, at, limit - at)));
    }
}
