package org.wirelathe.ip.ndp;

import org.wirelathe.wire.IpAddress;

/** Where frames to IPv6 groups go: 33:33 and the last 32 bits of the group (RFC 2464 §7). */
final class Groups {
    private static final long STATIONS = 0x3333_0000_0000L;

    private Groups() {
    }

    static long station(long low) {
        return STATIONS | low & 0xFFFF_FFFFL;
    }

    static long station(IpAddress group) {
        return station(group.low());
    }

    /** Whether an address is that of a group. */
    static boolean isGroup(long high) {
        return high >>> 56 == 0xFF;
    }
}
