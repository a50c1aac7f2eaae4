package org.wirelathe.wire;

/** Protocol numbers of the IPv4 header and next header values of IPv6, which are one space (RFC 8200 §3). */
public final class Protocol {
    /** Hop-by-hop options of IPv6 (RFC 8200 §4.3). */
    public static final int HOP_BY_HOP = 0;
    public static final int ICMP = 1;
    public static final int IGMP = 2;
    public static final int TCP = 6;
    public static final int UDP = 17;
    /** Routing header of IPv6 (RFC 8200 §4.4). */
    public static final int ROUTING = 43;
    /** Fragment header of IPv6 (RFC 8200 §4.5). */
    public static final int FRAGMENT = 44;
    /** Encapsulating security payload (RFC 4303). */
    public static final int ESP = 50;
    /** Authentication header (RFC 4302). */
    public static final int AH = 51;
    public static final int ICMPV6 = 58;
    /** Nothing follows (RFC 8200 §4.7). */
    public static final int NO_NEXT = 59;
    /** Destination options of IPv6 (RFC 8200 §4.6). */
    public static final int DEST_OPTIONS = 60;

    private Protocol() {
    }
}
