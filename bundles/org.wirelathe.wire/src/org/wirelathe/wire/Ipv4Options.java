package org.wirelathe.wire;

/**
 * The options behind an IPv4 header (RFC 791 §3.1): walked once, then asked for and updated in place. An option that is
 * not known is passed over. What is a fault, and at which octet, is as in Linux.
 *
 * <p>A walker that its owner uses for one packet after the other; it makes no object.
 */
public final class Ipv4Options {
    /** There is none. */
    public static final int NONE = -1;

    /** In an option's type: every fragment has it, not the first alone (RFC 791 §3.1). */
    public static final int COPIED = 0x80;

    public static final int END = 0;
    public static final int NO_OPERATION = 1;
    public static final int RECORD_ROUTE = 7;
    public static final int TIMESTAMP = 68;
    public static final int LOOSE_SOURCE_ROUTE = 131;
    public static final int STRICT_SOURCE_ROUTE = 137;
    public static final int ROUTER_ALERT = 148;

    /** Timestamp flag: times only. */
    public static final int TIMES = 0;
    /** Timestamp flag: each time behind the address of who gave it. */
    public static final int ADDRESSES_AND_TIMES = 1;
    /** Timestamp flag: the source wrote the addresses of those who are to give a time. */
    public static final int PRESPECIFIED = 3;

    private static final int LEAST_ROUTE_POINTER = 4;
    private static final int LEAST_STAMP_POINTER = 5;
    private static final int MOST_OVERFLOW = 15;

    private Ipv4Header ip;
    private byte[] bytes;
    private int routeAt;
    private int stampAt;
    private int sourceRouteAt;
    private boolean routerAlert;
    private int pointer;

    /**
     * Walks the options and tells whether they are sound; if not, {@link #pointer} says where. Sound headers without
     * any need no call.
     *
     * @param ip a header that was found sound; it stays that one until the next call
     */
    public Fault check(Ipv4Header ip) {
        this.ip = ip;
        bytes = ip.bytes();
        routeAt = NONE;
        stampAt = NONE;
        sourceRouteAt = NONE;
        routerAlert = false;
        pointer = NONE;
        int limit = ip.at() + ip.headerLength();
        for (int at = ip.at() + Ipv4Header.LEAST, size; at < limit && bytes[at] != END; at += size) {
            size = size(bytes, at, limit);
            int wrong = size == 0 ? at : note(at, size);
            if (wrong != NONE) {
                pointer = wrong - ip.at();
                return Fault.OPTION;
            }
        }
        return Fault.NONE;
    }

    /** Bytes of the option at {@code at}; 0 when they are not all there. */
    private static int size(byte[] bytes, int at, int limit) {
        if (bytes[at] == NO_OPERATION) {
            return 1;
        }
        int size = limit - at < 2 ? 0 : Bytes.u8(bytes, at + 1);
        return size < 2 || size > limit - at ? 0 : size;
    }

    /** Takes note of an option; answers where it is wrong, or {@link #NONE}. */
    private int note(int at, int size) {
        switch (Bytes.u8(bytes, at)) {
            case RECORD_ROUTE -> {
                int wrong = routeAt != NONE ? at : route(at, size);
                routeAt = at;
                return wrong;
            }
            case LOOSE_SOURCE_ROUTE, STRICT_SOURCE_ROUTE -> {
                int wrong = sourceRouteAt != NONE ? at : route(at, size);
                sourceRouteAt = at;
                return wrong;
            }
            case TIMESTAMP -> {
                int wrong = stampAt != NONE ? at : times(at, size);
                stampAt = at;
                return wrong;
            }
            case ROUTER_ALERT -> { // RFC 2113 §2.1: other values are reserved
                routerAlert |= size >= 4 && Bytes.u16(bytes, at + 2) == 0;
                return size < 4 ? at + 1 : NONE;
            }
            default -> {
                return NONE;
            }
        }
    }

    private int route(int at, int size) {
        if (size < 3) {
            return at + 1;
        }
        int next = Bytes.u8(bytes, at + 2);
        return next < LEAST_ROUTE_POINTER || next <= size && next + 3 > size ? at + 2 : NONE;
    }

    private int times(int at, int size) {
        if (size < 4) {
            return at + 1;
        }
        int next = Bytes.u8(bytes, at + 2);
        int flag = Bytes.u8(bytes, at + 3) & 0xF;
        if (next < LEAST_STAMP_POINTER) {
            return at + 2;
        }
        if (next > size) { // full: it is counted who finds no room, up to 15
            return flag != PRESPECIFIED && Bytes.u8(bytes, at + 3) >>> 4 == MOST_OVERFLOW ? at + 3 : NONE;
        }
        if (flag != TIMES && flag != ADDRESSES_AND_TIMES && flag != PRESPECIFIED) {
            return next + 3 > size ? at + 2 : at + 3;
        }
        return next + slot(flag) - 1 > size ? at + 2 : NONE;
    }

    private static int slot(int flag) {
        return flag == TIMES ? 4 : 8;
    }

    /** What a Parameter Problem about the fault points at: octets from the IPv4 header; or {@link #NONE}. */
    public int pointer() {
        return pointer;
    }

    /** Whether the source says by which routers the packet is to go. */
    public boolean hasSourceRoute() {
        return sourceRouteAt != NONE;
    }

    /** Whether every router is to look closer (RFC 2113). */
    public boolean hasRouterAlert() {
        return routerAlert;
    }

    /** Whether routers are to write down their addresses. */
    public boolean hasRecordRoute() {
        return routeAt != NONE;
    }

    /** Whether nodes are to write down the time. */
    public boolean hasTimestamp() {
        return stampAt != NONE;
    }

    /** Writes an address into the next place of the record, if there is one; mends the header checksum. */
    public void record(int address) {
        int next = Bytes.u8(bytes, routeAt + 2);
        int size = Bytes.u8(bytes, routeAt + 1);
        if (next + 3 > size) {
            return;
        }
        int before = sum(routeAt, size);
        Bytes.i32(bytes, routeAt + next - 1, address);
        Bytes.u8(bytes, routeAt + 2, next + 4);
        mend(before, sum(routeAt, size));
    }

    /**
     * The address of who is to give the next time: it is a node's affair to see that it is its own. {@link Ipv4#ANY}
     * when anyone may, or there is no room.
     */
    public int timeWantedOf() {
        int next = Bytes.u8(bytes, stampAt + 2);
        boolean named = (Bytes.u8(bytes, stampAt + 3) & 0xF) == PRESPECIFIED;
        return named && next + 7 <= Bytes.u8(bytes, stampAt + 1) ? Bytes.i32(bytes, stampAt + next - 1) : Ipv4.ANY;
    }

    /**
     * Writes a time into the next place, or counts that there was none; mends the header checksum.
     *
     * @param address of who writes it, where the option asks for it
     * @param time milliseconds since midnight UT; with the highest bit set any other time (RFC 791 §3.1)
     */
    public void stamp(int address, int time) {
        int size = Bytes.u8(bytes, stampAt + 1);
        int next = Bytes.u8(bytes, stampAt + 2);
        int flag = Bytes.u8(bytes, stampAt + 3) & 0xF;
        int before = sum(stampAt, size);
        int slot = slot(flag);
        if (next + slot - 1 <= size) {
            if (flag != TIMES) {
                Bytes.i32(bytes, stampAt + next - 1, address);
            }
            Bytes.i32(bytes, stampAt + next + slot - 5, time);
            Bytes.u8(bytes, stampAt + 2, next + slot);
        } else if (flag != PRESPECIFIED) {
            Bytes.u8(bytes, stampAt + 3, Bytes.u8(bytes, stampAt + 3) + 0x10);
        }
        mend(before, sum(stampAt, size));
    }

    /** The folded sum of the 16-bit words of the header that an option is in. */
    private int sum(int at, int size) {
        int from = at - (at - ip.at() & 1);
        int to = at + size + (at + size - ip.at() & 1);
        return Checksum.fold(Checksum.sum(bytes, from, to - from));
    }

    private void mend(int before, int after) {
        Bytes.u16(bytes, ip.at() + 10, Checksum.update(ip.checksum(), before, after));
    }

    /**
     * Copies the record and the timestamp, as an echo reply has them (RFC 1122 §3.2.2.6), and fills up to a multiple of
     * 4; answers how many bytes that are, at most 40.
     */
    public int copyRecords(byte[] target, int to) {
        int end = copy(stampAt, target, copy(routeAt, target, to));
        while ((end - to & 3) != 0) {
            target[end++] = END;
        }
        return end - to;
    }

    private int copy(int at, byte[] target, int to) {
        int size = at == NONE ? 0 : Bytes.u8(bytes, at + 1);
        System.arraycopy(bytes, Math.max(at, 0), target, to, size);
        return to + size;
    }

    /**
     * Blanks the options that fragments behind the first do not have (RFC 791 §3.1); the header keeps its length, as in
     * Linux. The checksum is the caller's.
     *
     * @param ip a header whose options are sound
     */
    public static void keepCopied(Ipv4Header ip) {
        byte[] bytes = ip.bytes();
        int limit = ip.at() + ip.headerLength();
        for (int at = ip.at() + Ipv4Header.LEAST, size; at < limit && bytes[at] != END; at += size) {
            size = size(bytes, at, limit);
            if ((bytes[at] & COPIED) == 0) {
                for (int i = at; i < at + size; i++) {
                    bytes[i] = NO_OPERATION;
                }
            }
        }
    }

    /** Writes a record of {@code places} addresses, 1 to 9, filled up to a multiple of 4; answers its length. */
    public static int writeRecordRoute(byte[] bytes, int at, int places) {
        Bytes.i32(bytes, at, NO_OPERATION << 24 | RECORD_ROUTE << 16 | 3 + 4 * places << 8 | LEAST_ROUTE_POINTER);
        return clear(bytes, at, 4 * places);
    }

    /**
     * Writes a timestamp of any flag but {@link #PRESPECIFIED} and answers its length.
     *
     * @param places 1 to 9 times, or 1 to 4 addresses and times
     */
    public static int writeTimestamp(byte[] bytes, int at, int flag, int places) {
        int length = places * slot(flag);
        Bytes.i32(bytes, at, TIMESTAMP << 24 | 4 + length << 16 | LEAST_STAMP_POINTER << 8 | flag);
        return clear(bytes, at, length);
    }

    /** Writes a router alert, as IGMP has it (RFC 2113), and answers its length. */
    public static int writeRouterAlert(byte[] bytes, int at) {
        Bytes.i32(bytes, at, ROUTER_ALERT << 24 | 4 << 16);
        return 4;
    }

    private static int clear(byte[] bytes, int at, int length) {
        for (int i = at + 4; i < at + 4 + length; i++) {
            bytes[i] = 0;
        }
        return 4 + length;
    }
}
