package org.wirelathe.ip.v6;

import java.util.Arrays;

import org.wirelathe.wire.IpAddress;

/**
 * The groups that a node listens to on one interface (RFC 4291 §2.8): all nodes, the solicited-node group of each of
 * its addresses, all routers when it is one, and those that were asked for. A group's frames are let in by the card.
 */
final class Groups {
    private static final long LINK = 0xFF02_0000_0000_0000L;
    private static final long SITE = 0xFF05_0000_0000_0000L;
    private static final long SOLICITED_NODE = 0x1_FF00_0000L;
    private static final long STATIONS = 0x3333_0000_0000L;

    private final Ipv6Interface at;
    private long[] highs = new long[4];
    private long[] lows = new long[4];
    private int[] times = new int[4];
    private int size;

    Groups(Ipv6Interface at) {
        this.at = at;
    }

    /** Station address of a group: 33:33 and its last 32 bits (RFC 2464 §7). */
    static long stations(long low) {
        return STATIONS | low & 0xFFFF_FFFFL;
    }

    /** Takes packets to a group; once for each {@link #leave}. */
    void join(IpAddress group) {
        int i = index(group.high(), group.low());
        if (i == size) {
            if (size == times.length) {
                highs = Arrays.copyOf(highs, 2 * size);
                lows = Arrays.copyOf(lows, 2 * size);
                times = Arrays.copyOf(times, 2 * size);
            }
            highs[i] = group.high();
            lows[i] = group.low();
            times[i] = 0;
            size++;
            at.link().joinStations(stations(group.low()));
        }
        times[i]++;
    }

    /** Undoes one {@link #join}; does nothing when there was none. */
    void leave(IpAddress group) {
        int i = index(group.high(), group.low());
        if (i < size && --times[i] == 0) {
            at.link().leaveStations(stations(group.low()));
            size--;
            highs[i] = highs[size];
            lows[i] = lows[size];
            times[i] = times[size];
        }
    }

    private int index(long high, long low) {
        int i = 0;
        while (i < size && (lows[i] != low || highs[i] != high)) {
            i++;
        }
        return i;
    }

    /** Whether a packet to that group is for this node. */
    boolean has(long high, long low, boolean router) {
        if (high == LINK) {
            if (low == 1 || low == 2 && router) {
                return true;
            }
            if ((low & ~0xFF_FFFFL) == SOLICITED_NODE && isSolicited(low)) {
                return true;
            }
        }
        return high == SITE && low == 2 && router || index(high, low) < size;
    }

    /** Whether an address of the interface, tentative ones included, asks for the group. */
    private boolean isSolicited(long low) {
        var addresses = at.addresses();
        for (int i = 0; i < addresses.size(); i++) {
            if (((addresses.get(i).address.low() ^ low) & 0xFF_FFFF) == 0) {
                return true;
            }
        }
        return false;
    }
}
