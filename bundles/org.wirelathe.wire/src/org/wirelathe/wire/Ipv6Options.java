package org.wirelathe.wire;

/**
 * The options of a hop-by-hop or destination options header (RFC 8200 §4.2), walked one after the other. The limits and
 * what is dropped in silence are Linux's: at most eight options that are not padding (max_hbh_opts_number and
 * max_dst_opts_number), at most seven bytes of padding in a row, and only zeros in it.
 */
final class Ipv6Options {
    private static final int PAD_1 = 0;
    private static final int PAD_N = 1;
    private static final int ROUTER_ALERT = 0x05;
    private static final int JUMBO_PAYLOAD = 0xC2;
    private static final int MOST_OPTIONS = 8;
    private static final int MOST_PADDING = 7;

    /** The two highest bits of a type: what to do where it is not known. */
    private static final int ACTION = 0xC0;
    private static final int SKIP = 0x00;
    private static final int DROP = 0x40;
    private static final int REPORT = 0x80;

    private final Ipv6Extensions chain;

    Ipv6Options(Ipv6Extensions chain) {
        this.chain = chain;
    }

    /** Walks the options in {@code bytes[at .. limit)}; the chain is told of a problem and of a router alert. */
    Fault walk(byte[] bytes, int at, int limit, boolean hopByHop) {
        int options = 0;
        int padding = 0;
        for (int size; at < limit; at += size) {
            int type = Bytes.u8(bytes, at);
            size = type == PAD_1 ? 1 : limit - at < 2 ? Integer.MAX_VALUE : 2 + Bytes.u8(bytes, at + 1);
            if (size > limit - at) {
                return Fault.OPTION;
            }
            if (type == PAD_1 || type == PAD_N) {
                padding += size;
                if (padding > MOST_PADDING || !isZero(bytes, at + 2, at + size)) {
                    return Fault.OPTION;
                }
                continue;
            }
            padding = 0;
            if (++options > MOST_OPTIONS) {
                return Fault.OPTION;
            }
            Fault fault = hopByHop ? ofHop(bytes, type, at, size) : unknown(type, at);
            if (fault != Fault.NONE) {
                return fault;
            }
        }
        return Fault.NONE;
    }

    /** RFC 4942 §2.1.9.5: padding that is not zero hides something. */
    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private Fault ofHop(byte[] bytes, int type, int at, int size) {
        return switch (type) {
            case ROUTER_ALERT -> { // RFC 2711 §2.1
                if (size != 4) {
                    yield Fault.OPTION;
                }
                chain.alert(Bytes.u16(bytes, at + 2));
                yield Fault.NONE;
            }
            case JUMBO_PAYLOAD -> jumbo(bytes, at, size);
            default -> unknown(type, at);
        };
    }

    /** No packet here is that long, so that it is wrong in one way or another (RFC 2675 §3). */
    private Fault jumbo(byte[] bytes, int at, int size) {
        if (size != 6 || (at - chain.packet() & 3) != 2) {
            return Fault.OPTION;
        }
        if (Integer.compareUnsigned(Bytes.i32(bytes, at + 2), Ipv6Header.MOST_PAYLOAD) <= 0) {
            return chain.problem(Fault.OPTION, Icmpv6Message.CODE_HEADER_FIELD, at + 2);
        }
        if (Bytes.u16(bytes, chain.packet() + Ipv6Header.PAYLOAD_LENGTH) != 0) {
            return chain.problem(Fault.OPTION, Icmpv6Message.CODE_HEADER_FIELD, at);
        }
        return Fault.TOTAL_LENGTH;
    }

    private Fault unknown(int type, int at) {
        return switch (type & ACTION) {
            case SKIP -> Fault.NONE;
            case DROP -> Fault.OPTION;
            case REPORT -> chain.problemEvenOfGroup(Fault.OPTION, Icmpv6Message.CODE_OPTION, at);
            default -> chain.problem(Fault.OPTION, Icmpv6Message.CODE_OPTION, at);
        };
    }
}
