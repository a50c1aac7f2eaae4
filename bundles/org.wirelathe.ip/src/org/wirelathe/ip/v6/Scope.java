package org.wirelathe.ip.v6;

import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;

/** How far an address is good, as the scope field of a group says (RFC 4291 §2.7, RFC 6724 §3.1 and §3.2). */
final class Scope {
    static final int INTERFACE_LOCAL = 1;
    static final int LINK_LOCAL = 2;
    static final int SITE_LOCAL = 5;
    static final int GLOBAL = 14;

    private static final long LINK_LOCAL_PREFIX = 0xFE80L << 48;
    private static final long SITE_LOCAL_PREFIX = 0xFEC0L << 48;
    private static final long TEN_BITS = -1L << 54;

    private Scope() {
    }

    /** The scope of an address of either family. */
    static int of(long high, long low) {
        if (isGroup(high)) {
            return (int) (high >>> 48 & 0xF);
        }
        if (IpAddress.isV4(high, low)) { // RFC 6724 §3.2: 169.254/16 and 127/8 are link-local
            int address = (int) low;
            return address >>> 16 == 0xA9FE || Ipv4.isLoopback(address) ? LINK_LOCAL : GLOBAL;
        }
        if (isLinkLocal(high) || high == 0 && low == 1) { // RFC 4291 §2.5.3: ::1 as if link-local
            return LINK_LOCAL;
        }
        return (high & TEN_BITS) == SITE_LOCAL_PREFIX ? SITE_LOCAL : GLOBAL;
    }

    /** Whether an address that begins so is in ff00::/8. */
    static boolean isGroup(long high) {
        return high >>> 56 == 0xFF;
    }

    /** Whether an address that begins so is in fe80::/10. */
    static boolean isLinkLocal(long high) {
        return (high & TEN_BITS) == LINK_LOCAL_PREFIX;
    }

    /** Whether it is an address of a node that may stand in a packet on a wire: not ::, ::1, a group or an IPv4 one. */
    static boolean isUnicast(long high, long low) {
        return !isGroup(high) && !(high == 0 && (low == 0 || low == 1 || low >>> 32 == 0xFFFF));
    }
}
