package org.wirelathe.wire;

/**
 * The options of a neighbor discovery message (RFC 4861 §4.6), walked once and then asked for; and how to write them.
 * One that is not known here is passed over, as is a known one of another length than its own, but for a link-layer
 * address, which makes the message bad (as in Linux). Of options that may stand once the first is taken.
 */
public final class NeighborOptions {
    /** There is none. */
    public static final int NONE = -1;

    /** Link-layer address of who sends the message. */
    public static final int SOURCE_ADDRESS = 1;
    /** Link-layer address of what the message is about. */
    public static final int TARGET_ADDRESS = 2;
    public static final int PREFIX = 3;
    public static final int REDIRECTED = 4;
    public static final int MTU = 5;

    /** Bytes of a link-layer address or MTU option. */
    public static final int SHORT_LENGTH = 8;

    private static final int REDIRECTED_HEADER = 8;

    private byte[] bytes;
    private int end;
    private int sourceAt;
    private int targetAt;
    private int prefixAt;
    private int redirectedAt;
    private int mtuAt;

    /** Walks the options in {@code bytes[at .. limit)}; a length of zero or one beyond the limit is a fault. */
    Fault over(byte[] bytes, int at, int limit) {
        this.bytes = bytes;
        end = limit;
        sourceAt = NONE;
        targetAt = NONE;
        prefixAt = NONE;
        redirectedAt = NONE;
        mtuAt = NONE;
        for (int size; at < limit; at += size) {
            size = limit - at < 2 ? 0 : length(at);
            if (size == 0 || size > limit - at || !note(Bytes.u8(bytes, at), at, size)) {
                return Fault.OPTION;
            }
        }
        return Fault.NONE;
    }

    private int length(int at) {
        return Bytes.u8(bytes, at + 1) << 3;
    }

    private boolean note(int type, int at, int size) {
        switch (type) {
            case SOURCE_ADDRESS -> sourceAt = sourceAt == NONE ? at : sourceAt;
            case TARGET_ADDRESS -> targetAt = targetAt == NONE ? at : targetAt;
            case PREFIX -> prefixAt = prefixAt == NONE && size == PrefixInformation.LENGTH ? at : prefixAt;
            case REDIRECTED -> redirectedAt = redirectedAt == NONE ? at : redirectedAt;
            case MTU -> mtuAt = mtuAt == NONE && size == SHORT_LENGTH ? at : mtuAt;
            default -> {
                return true;
            }
        }
        return size == SHORT_LENGTH || type != SOURCE_ADDRESS && type != TARGET_ADDRESS;
    }

    /** Whether the sender gave its link-layer address. */
    public boolean hasSource() {
        return sourceAt != NONE;
    }

    /** The sender's link-layer address, when {@link #hasSource}. */
    public long source() {
        return Bytes.u48(bytes, sourceAt + 2);
    }

    /** Whether the link-layer address of the target is given. */
    public boolean hasTarget() {
        return targetAt != NONE;
    }

    /** The target's link-layer address, when {@link #hasTarget}. */
    public long target() {
        return Bytes.u48(bytes, targetAt + 2);
    }

    /** The link's MTU that a router announces, at most the largest int; or {@link #NONE}. */
    public int mtu() {
        if (mtuAt == NONE) {
            return NONE;
        }
        int mtu = Bytes.i32(bytes, mtuAt + 4);
        return mtu < 0 ? Integer.MAX_VALUE : mtu;
    }

    /** Where the first prefix information begins; or {@link #NONE}. */
    public int firstPrefix() {
        return prefixAt;
    }

    /** Where the prefix information behind the one at {@code at} begins; or {@link #NONE}. */
    public int nextPrefix(int at) {
        int next = at + length(at);
        while (next < end && !(Bytes.u8(bytes, next) == PREFIX && length(next) == PrefixInformation.LENGTH)) {
            next += length(next);
        }
        return next < end ? next : NONE;
    }

    /** Where the packet that was redirected begins, of which the end may be missing; or {@link #NONE}. */
    public int redirectedAt() {
        return redirectedAt == NONE ? NONE : redirectedAt + REDIRECTED_HEADER;
    }

    /** Where what is there of the packet that was redirected ends, when there is one. */
    public int redirectedLimit() {
        return redirectedAt + length(redirectedAt);
    }

    /** Writes a link-layer address option of a type and answers where it ends. */
    public static int writeAddress(byte[] bytes, int at, int type, long mac) {
        Bytes.u16(bytes, at, type << 8 | 1);
        Bytes.u48(bytes, at + 2, mac);
        return at + SHORT_LENGTH;
    }

    /** Writes an MTU option and answers where it ends. */
    public static int writeMtu(byte[] bytes, int at, int mtu) {
        Bytes.i32(bytes, at, MTU << 24 | 1 << 16);
        Bytes.i32(bytes, at + 4, mtu);
        return at + SHORT_LENGTH;
    }

    /**
     * Writes as much of a redirected packet as {@code room} holds, whole 8 bytes (RFC 4861 §4.6.3), and answers where
     * the option ends.
     *
     * @param packet the buffer of the packet, from its IPv6 header at {@code from} to {@code to}
     * @param room bytes that there are for the option, at least 8
     */
    public static int writeRedirected(byte[] bytes, int at, byte[] packet, int from, int to, int room) {
        int length = Math.min(to - from, Math.min(room, 8 * 0xFF) - REDIRECTED_HEADER) & ~7;
        Bytes.i64(bytes, at, (long) (REDIRECTED << 8 | (length + REDIRECTED_HEADER) / 8) << 48);
        System.arraycopy(packet, from, bytes, at + REDIRECTED_HEADER, length);
        return at + REDIRECTED_HEADER + length;
    }
}
