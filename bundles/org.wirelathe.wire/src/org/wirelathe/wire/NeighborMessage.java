package org.wirelathe.wire;

/**
 * A message of neighbor discovery (RFC 4861 §4): router solicitation and advertisement, neighbor solicitation and
 * advertisement, redirect. It is an ICMPv6 message, whose checksum is {@link Icmpv6Message}'s affair.
 *
 * <p>A view that its owner lays {@link #over} one message after the other.
 */
public final class NeighborMessage {
    /** The hop limit of every such message: no router let it through (RFC 4861 §3.1). */
    public static final int HOP_LIMIT = 255;

    /** Router advertisement: addresses are to be had by DHCPv6. */
    public static final int MANAGED = 0x80;
    /** Router advertisement: other configuration is to be had by DHCPv6. */
    public static final int OTHER = 0x40;

    /** Neighbor advertisement: the sender is a router. */
    public static final int ROUTER = 0x80;
    /** Neighbor advertisement: it answers a solicitation, and so proves reachability. */
    public static final int SOLICITED = 0x40;
    /** Neighbor advertisement: the link-layer address replaces one that is known. */
    public static final int OVERRIDE = 0x20;

    private static final int ROUTER_SOLICITATION_LENGTH = 8;
    private static final int ROUTER_ADVERTISEMENT_LENGTH = 16;
    private static final int NEIGHBOR_LENGTH = 24;
    private static final int REDIRECT_LENGTH = 40;

    private static final int TARGET = 8;
    private static final int DESTINATION = 24;
    private static final long SOLICITED_NODE_HIGH = 0xFF02_0000_0000_0000L;
    private static final long SOLICITED_NODE_LOW = 0x1_FF00_0000L;
    private static final int LINK_LOCAL = 0xFE80 >>> 6;

    private final NeighborOptions options = new NeighborOptions();
    private byte[] bytes;
    private int at;

    /** Lays the view over the message that begins at {@code at}. */
    public NeighborMessage over(byte[] bytes, int at) {
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

    /** Whether an ICMPv6 type is one of neighbor discovery. */
    public static boolean isOne(int type) {
        return type >= Icmpv6Message.ROUTER_SOLICITATION && type <= Icmpv6Message.REDIRECT;
    }

    /**
     * Whether the message is one that a node may believe: all that RFC 4861 asks in §6.1.1, §6.1.2, §7.1.1, §7.1.2 and
     * §8.1, but for the checksum and for what only the node knows. The options are walked and can be asked then.
     *
     * @param ip the header of the packet that carries it
     * @param limit where the message ends
     */
    public Fault check(Ipv6Header ip, int limit) {
        if (limit - at < Icmpv6Message.HEADER) {
            return Fault.TRUNCATED;
        }
        int length = length(type());
        if (length == 0 || Bytes.u8(bytes, at + 1) != 0) {
            return Fault.OPERATION;
        }
        if (limit - at < length) {
            return Fault.TRUNCATED;
        }
        if (ip.hopLimit() != HOP_LIMIT) {
            return Fault.HOP_LIMIT;
        }
        Fault fault = options.over(bytes, at + length, limit);
        return fault != Fault.NONE || addresses(ip) ? fault : Fault.ADDRESS;
    }

    /** Bytes of a message before its options; 0 for a type that is none of these. */
    private static int length(int type) {
        return switch (type) {
            case Icmpv6Message.ROUTER_SOLICITATION -> ROUTER_SOLICITATION_LENGTH;
            case Icmpv6Message.ROUTER_ADVERTISEMENT -> ROUTER_ADVERTISEMENT_LENGTH;
            case Icmpv6Message.NEIGHBOR_SOLICITATION, Icmpv6Message.NEIGHBOR_ADVERTISEMENT -> NEIGHBOR_LENGTH;
            case Icmpv6Message.REDIRECT -> REDIRECT_LENGTH;
            default -> 0;
        };
    }

    private boolean addresses(Ipv6Header ip) {
        boolean nobody = ip.sourceHigh() == 0 && ip.sourceLow() == 0;
        return switch (type()) {
            case Icmpv6Message.ROUTER_SOLICITATION -> !nobody || !options.hasSource();
            case Icmpv6Message.NEIGHBOR_SOLICITATION -> !isGroup(targetHigh())
                    && (!nobody || isToSolicitedNode(ip) && !options.hasSource());
            case Icmpv6Message.NEIGHBOR_ADVERTISEMENT -> !isGroup(targetHigh())
                    && !(ip.isToGroup() && (flags() & SOLICITED) != 0);
            case Icmpv6Message.REDIRECT -> isLinkLocal(ip.sourceHigh()) && !isGroup(destinationHigh())
                    && (isLinkLocal(targetHigh()) || isToDestination());
            default -> isLinkLocal(ip.sourceHigh());
        };
    }

    private static boolean isGroup(long high) {
        return high >>> 56 == 0xFF;
    }

    private static boolean isLinkLocal(long high) {
        return high >>> 54 == LINK_LOCAL;
    }

    private static boolean isToSolicitedNode(Ipv6Header ip) {
        return ip.destinationHigh() == SOLICITED_NODE_HIGH
                && (ip.destinationLow() & ~0xFF_FFFFL) == SOLICITED_NODE_LOW;
    }

    /** Redirect: whether the destination is a neighbor itself, not behind a better router. */
    public boolean isToDestination() {
        return targetHigh() == destinationHigh() && targetLow() == destinationLow();
    }

    /** The options, of the message that was last checked. */
    public NeighborOptions options() {
        return options;
    }

    public int type() {
        return Bytes.u8(bytes, at);
    }

    /** Router advertisement: the hop limit that hosts are to use; 0 when the router does not say. */
    public int hopLimit() {
        return Bytes.u8(bytes, at + 4);
    }

    /** Flags of a router advertisement or neighbor advertisement. */
    public int flags() {
        return Bytes.u8(bytes, type() == Icmpv6Message.ROUTER_ADVERTISEMENT ? at + 5 : at + 4);
    }

    /** Router advertisement: for how many seconds the sender is a default router; 0 when it is none. */
    public int routerLifetime() {
        return Bytes.u16(bytes, at + 6);
    }

    /** Router advertisement: for how many milliseconds a neighbor is taken to be reachable; 0 when not said. */
    public long reachableTime() {
        return Integer.toUnsignedLong(Bytes.i32(bytes, at + 8));
    }

    /** Router advertisement: milliseconds between solicitations of a neighbor; 0 when not said. */
    public long retransmitTime() {
        return Integer.toUnsignedLong(Bytes.i32(bytes, at + 12));
    }

    /** Who is asked for, who answers, or who is the better next hop: neighbor messages and redirect. */
    public long targetHigh() {
        return Bytes.i64(bytes, at + TARGET);
    }

    public long targetLow() {
        return Bytes.i64(bytes, at + TARGET + 8);
    }

    /** The target as a new object. */
    public IpAddress target() {
        return IpAddress.read(bytes, at + TARGET);
    }

    /** Redirect: where the packet went that was redirected. */
    public long destinationHigh() {
        return Bytes.i64(bytes, at + DESTINATION);
    }

    public long destinationLow() {
        return Bytes.i64(bytes, at + DESTINATION + 8);
    }

    /** The destination of a redirect as a new object. */
    public IpAddress destination() {
        return IpAddress.read(bytes, at + DESTINATION);
    }

    /** Writes a router solicitation without options or checksum and answers where it ends. */
    public int writeRouterSolicitation() {
        return begin(Icmpv6Message.ROUTER_SOLICITATION, 0);
    }

    /**
     * Writes a router advertisement without options or checksum and answers where it ends.
     *
     * @param lifetime seconds
     * @param reachableTime milliseconds
     * @param retransmitTime milliseconds
     */
    public int writeRouterAdvertisement(int hopLimit, int flags, int lifetime, long reachableTime,
            long retransmitTime) {
        Bytes.i32(bytes, at + 8, (int) reachableTime);
        Bytes.i32(bytes, at + 12, (int) retransmitTime);
        return begin(Icmpv6Message.ROUTER_ADVERTISEMENT, hopLimit << 24 | flags << 16 | lifetime);
    }

    /** Writes a neighbor solicitation without options or checksum and answers where it ends. */
    public int writeNeighborSolicitation(long targetHigh, long targetLow) {
        target(targetHigh, targetLow);
        return begin(Icmpv6Message.NEIGHBOR_SOLICITATION, 0);
    }

    /** Writes a neighbor advertisement without options or checksum and answers where it ends. */
    public int writeNeighborAdvertisement(int flags, long targetHigh, long targetLow) {
        target(targetHigh, targetLow);
        return begin(Icmpv6Message.NEIGHBOR_ADVERTISEMENT, flags << 24);
    }

    /** Writes a redirect without options or checksum and answers where it ends. */
    public int writeRedirect(long targetHigh, long targetLow, long destinationHigh, long destinationLow) {
        target(targetHigh, targetLow);
        Bytes.i64(bytes, at + DESTINATION, destinationHigh);
        Bytes.i64(bytes, at + DESTINATION + 8, destinationLow);
        return begin(Icmpv6Message.REDIRECT, 0);
    }

    private void target(long high, long low) {
        Bytes.i64(bytes, at + TARGET, high);
        Bytes.i64(bytes, at + TARGET + 8, low);
    }

    private int begin(int type, int word) {
        Bytes.i32(bytes, at, type << 24);
        Bytes.i32(bytes, at + 4, word);
        return at + length(type);
    }
}
