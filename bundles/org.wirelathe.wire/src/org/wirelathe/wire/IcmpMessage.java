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
        Bytes.u16(bytes, at, type << 8 | code);
        Bytes.u16(bytes, at + 2, 0);
        Bytes.u16(bytes, at + 4, identifier);
        Bytes.u16(bytes, at + 6, sequence);
        Bytes.u16(bytes, at + 2, Checksum.finish(Checksum.sum(bytes, at, limit - at)));
    }
}
