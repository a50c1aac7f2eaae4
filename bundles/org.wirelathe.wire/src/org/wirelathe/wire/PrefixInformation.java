package org.wirelathe.wire;

/**
 * The option of a router advertisement that names a prefix of the link (RFC 4861 §4.6.2).
 *
 * <p>A view that its owner lays {@link #over} one option after the other.
 */
public final class PrefixInformation {
    /** Length in bytes. */
    public static final int LENGTH = 32;
    /** A lifetime without end. */
    public static final long FOREVER = 0xFFFF_FFFFL;

    /** Addresses of the prefix are on the link. */
    public static final int ON_LINK = 0x80;
    /** Hosts may make themselves an address of the prefix (RFC 4862). */
    public static final int AUTONOMOUS = 0x40;

    private byte[] bytes;
    private int at;

    /** Lays the view over the option that begins at {@code at}. */
    public PrefixInformation over(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
        return this;
    }

    /** Whether the prefix length is one; only then may the option be used. */
    public Fault check() {
        return prefixLength() > 128 ? Fault.OPTION : Fault.NONE;
    }

    /** Bits, 0 to 255. */
    public int prefixLength() {
        return Bytes.u8(bytes, at + 2);
    }

    public boolean isOnLink() {
        return (Bytes.u8(bytes, at + 3) & ON_LINK) != 0;
    }

    public boolean isAutonomous() {
        return (Bytes.u8(bytes, at + 3) & AUTONOMOUS) != 0;
    }

    /** For how long the prefix is on the link, and addresses of it are good: seconds, or {@link #FOREVER}. */
    public long validLifetime() {
        return Bytes.i32(bytes, at + 4) & FOREVER;
    }

    /** For how long addresses of the prefix are good for something new: seconds, or {@link #FOREVER}. */
    public long preferredLifetime() {
        return Bytes.i32(bytes, at + 8) & FOREVER;
    }

    public long prefixHigh() {
        return Bytes.i64(bytes, at + 16);
    }

    public long prefixLow() {
        return Bytes.i64(bytes, at + 24);
    }

    /** Writes the whole option; lifetimes in seconds. */
    public void write(int prefixLength, int flags, long validLifetime, long preferredLifetime, long prefixHigh,
            long prefixLow) {
        Bytes.u16(bytes, at, NeighborOptions.PREFIX << 8 | LENGTH / 8);
        Bytes.u16(bytes, at + 2, prefixLength << 8 | flags);
        Bytes.i32(bytes, at + 4, (int) validLifetime);
        Bytes.i32(bytes, at + 8, (int) preferredLifetime);
        Bytes.i32(bytes, at + 12, 0);
        Bytes.i64(bytes, at + 16, prefixHigh);
        Bytes.i64(bytes, at + 24, prefixLow);
    }
}
