package org.wirelathe.wire;

/**
 * An Internet address of either family, as 128 bits in network order. An IPv4 address is held in its IPv4-mapped form,
 * ::ffff:a.b.c.d (RFC 4291 §2.5.5.2), so that tables and comparisons need not know the family; that form itself never
 * stands on a wire.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
    /** No address, and as a wildcard any address of either family (RFC 4291 §2.5.2). */
    public static final IpAddress ANY = new IpAddress(0, 0);
    /** 0.0.0.0: no address, and as a wildcard any IPv4 address (RFC 1122 §3.2.1.3). */
    public static final IpAddress ANY_V4 = ofV4(Ipv4.ANY);
    /** ::1 (RFC 4291 §2.5.3). */
    public static final IpAddress LOOPBACK = new IpAddress(0, 1);
    /** ff02::1, all nodes of a link (RFC 4291 §2.7.1). */
    public static final IpAddress ALL_NODES = new IpAddress(0xFF02_0000_0000_0000L, 1);
    /** ff02::2, all routers of a link (RFC 4291 §2.7.1). */
    public static final IpAddress ALL_ROUTERS = new IpAddress(0xFF02_0000_0000_0000L, 2);

    private static final long MAPPED = 0xFFFF_0000_0000L;

    /** An IPv4 address, as {@link Ipv4} has them. */
    public static IpAddress ofV4(int address) {
        return new IpAddress(0, mapped(address));
    }

    /** The last 64 bits of the mapped form of an IPv4 address; the first are zero. */
    public static long mapped(int address) {
        return MAPPED | Integer.toUnsignedLong(address);
    }

    /** The IPv6 address that stands at {@code at}: 16 bytes, big-endian. */
    public static IpAddress read(byte[] bytes, int at) {
        return new IpAddress(Bytes.i64(bytes, at), Bytes.i64(bytes, at + 8));
    }

    /**
     * Reads an address of either family; IPv6 in any form of RFC 4291 §2.2.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static IpAddress parse(String text) {
        return text.indexOf(':') < 0 ? ofV4(Ipv4.parse(text)) : Ipv6Text.parse(text);
    }

    /** Whether 128 bits are an IPv4 address. */
    public static boolean isV4(long high, long low) {
        return high == 0 && low >>> 32 == 0xFFFF;
    }

    /** Whether it is an IPv4 address. */
    public boolean isV4() {
        return isV4(high, low);
    }

    /** The IPv4 address, as {@link Ipv4} has them; without meaning for another family. */
    public int v4() {
        return (int) low;
    }

    /** Whether it is no address at all: :: or 0.0.0.0. */
    public boolean isAny() {
        return high == 0 && (low == 0 || low == MAPPED);
    }

    /** Whether it is ::1 or in 127.0.0.0/8. */
    public boolean isLoopback() {
        return isV4() ? Ipv4.isLoopback(v4()) : equals(LOOPBACK);
    }

    /** Whether it is a group: in ff00::/8 or 224.0.0.0/4. */
    public boolean isMulticast() {
        return isV4() ? Ipv4.isMulticast(v4()) : high >>> 56 == 0xFF;
    }

    /** Whether it is good on one link only: in fe80::/10 or 169.254.0.0/16 (RFC 4291 §2.5.6, RFC 3927). */
    public boolean isLinkLocal() {
        return isV4() ? v4() >>> 16 == 0xA9FE : high >>> 54 == 0xFE80 >>> 6;
    }

    /** Whether it may stand as the source of a packet on a wire: one node, and not a loopback address. */
    public boolean isUnicast() {
        return isV4() ? Ipv4.isUnicast(v4()) : !isAny() && !isLoopback() && !isMulticast();
    }

    /** The group that asks for this address on its link: ff02::1:ffXX:XXXX (RFC 4291 §2.7.1). */
    public IpAddress solicitedNode() {
        return new IpAddress(0xFF02_0000_0000_0000L, 0x1_FF00_0000L | low & 0xFF_FFFF);
    }

    /** Bits in an address of this family: 32 or 128. */
    public int bits() {
        return isV4() ? 32 : 128;
    }

    /** Writes an IPv6 address to {@code at}: 16 bytes, big-endian. */
    public void write(byte[] bytes, int at) {
        Bytes.i64(bytes, at, high);
        Bytes.i64(bytes, at + 8, low);
    }

    /** Unsigned order of the 128 bits. */
    @Override
    public int compareTo(IpAddress other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    /** A dotted quad, or the text of RFC 5952. */
    @Override
    public String toString() {
        return isV4() ? Ipv4.format(v4()) : Ipv6Text.format(high, low);
    }
}
