package org.wirelathe.wire;

/**
 * An ARP packet for IPv4 over Ethernet (RFC 826).
 *
 * @param bytes the buffer
 * @param at where the packet begins
 */
public record ArpPacket(byte[] bytes, int at) {
    /** Length in bytes. */
    public static final int LENGTH = 28;
    public static final int REQUEST = 1;
    public static final int REPLY = 2;

    private static final int ETHERNET = 1;

    /** Whether this is a whole ARP packet for IPv4 over Ethernet, a request or a reply. */
    public Fault check(int limit) {
        if (limit - at < LENGTH) {
            return Fault.TRUNCATED;
        }
        if (Bytes.u16(bytes, at) != ETHERNET || Bytes.u16(bytes, at + 2) != EtherType.IPV4
                || Bytes.u8(bytes, at + 4) != 6 || Bytes.u8(bytes, at + 5) != 4) {
            return Fault.VERSION;
        }
        return operation() == REQUEST || operation() == REPLY ? Fault.NONE : Fault.OPERATION;
    }

    public int operation() {
        return Bytes.u16(bytes, at + 6);
    }

    public long senderMac() {
        return Bytes.u48(bytes, at + 8);
    }

    public int senderAddress() {
        return Bytes.i32(bytes, at + 14);
    }

    public long targetMac() {
        return Bytes.u48(bytes, at + 18);
    }

    public int targetAddress() {
        return Bytes.i32(bytes, at + 24);
    }

    /** Writes the whole packet. */
    public void write(int operation, long senderMac, int senderAddress, long targetMac, int targetAddress) {
        Bytes.u16(bytes, at, ETHERNET);
        Bytes.u16(bytes, at + 2, EtherType.IPV4);
        Bytes.u8(bytes, at + 4, 6);
        Bytes.u8(bytes, at + 5, 4);
        Bytes.u16(bytes, at + 6, operation);
        Bytes.u48(bytes, at + 8, senderMac);
        Bytes.i32(bytes, at + 14, senderAddress);
        Bytes.u48(bytes, at + 18, targetMac);
        Bytes.i32(bytes, at + 24, targetAddress);
    }
}
