package org.wirelathe.wire;

/**
 * A fragment header (RFC 8200 §4.5): next header, reserved, offset and M flag, identification.
 *
 * <p>A view that its owner lays {@link #over} one header after the other.
 */
public final class FragmentHeader {
    /** Length in bytes. */
    public static final int LENGTH = 8;
    /** Where the offset stands: what a Parameter Problem about a packet that grew too long points at. */
    public static final int OFFSET = 2;

    private static final int MORE = 1;
    private static final int OFFSET_BITS = 0xFFF8;

    private byte[] bytes;
    private int at;

    /** A view of nothing yet. */
    public FragmentHeader() {
    }

    /** A view of the header that begins at {@code at}. */
    public FragmentHeader(byte[] bytes, int at) {
        over(bytes, at);
    }

    /** Lays the view over the header that begins at {@code at}. */
    public FragmentHeader over(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
        return this;
    }

    /** The buffer. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the header begins. */
    public int at() {
        return at;
    }

    /** Whether the header fits before {@code limit}; the reserved bits are ignored. */
    public Fault check(int limit) {
        return limit - at < LENGTH ? Fault.TRUNCATED : Fault.NONE;
    }

    /** Type of the first header of the part that was cut. */
    public int nextHeader() {
        return Bytes.u8(bytes, at);
    }

    /** Where this piece begins in the part that was cut: bytes, a multiple of 8. */
    public int offset() {
        return Bytes.u16(bytes, at + OFFSET) & OFFSET_BITS;
    }

    /** Whether more pieces follow this one. */
    public boolean hasMore() {
        return (Bytes.u8(bytes, at + 3) & MORE) != 0;
    }

    /** Whether the fragment is a whole packet, which is handled apart from all others (RFC 6946). */
    public boolean isAtomic() {
        return offset() == 0 && !hasMore();
    }

    public int identification() {
        return Bytes.i32(bytes, at + 4);
    }

    /** Writes the whole header; {@code offset} in bytes, a multiple of 8. */
    public void write(int nextHeader, int offset, boolean more, int identification) {
        Bytes.u16(bytes, at, nextHeader << 8);
        Bytes.u16(bytes, at + OFFSET, offset | (more ? MORE : 0));
        Bytes.i32(bytes, at + 4, identification);
    }
}
