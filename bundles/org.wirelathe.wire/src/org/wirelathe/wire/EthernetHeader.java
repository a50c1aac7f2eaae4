package org.wirelathe.wire;

/**
 * An Ethernet II header (IEEE 802.3 clause 3): destination 6, source 6, EtherType 2 bytes.
 *
 * <p>A view that its owner lays {@link #over} one header after the other: the data path makes no object per packet, not
 * even while the code is still interpreted.
 */
public final class EthernetHeader {
    /** Length of the header in bytes. */
    public static final int LENGTH = 14;
    /** Least length of a frame without its frame check sequence; shorter ones are padded (IEEE 802.3 §3.2.8). */
    public static final int LEAST_FRAME = 60;
    /** Preamble and start frame delimiter, bytes (IEEE 802.3 §3.2.1). */
    public static final int PREAMBLE = 8;
    /** Frame check sequence, bytes (IEEE 802.3 §3.2.9). */
    public static final int FCS = 4;
    /** Inter-frame gap of 96 bit times, in bytes (IEEE 802.3 §4.4.2). */
    public static final int GAP = 12;
    /** What the line carries besides header and payload, bytes (B8). */
    public static final int LINE_OVERHEAD = PREAMBLE + FCS + GAP;

    private byte[] bytes;
    private int at;

    /** A view of nothing yet. */
    public EthernetHeader() {
    }

    /** A view of the header that begins at {@code at}. */
    public EthernetHeader(byte[] bytes, int at) {
        over(bytes, at);
    }

    /** Lays the view over the header that begins at {@code at}. */
    public EthernetHeader over(byte[] bytes, int at) {
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

    /** Whether the header fits before {@code limit}. */
    public Fault check(int limit) {
        return limit - at < LENGTH ? Fault.TRUNCATED : Fault.NONE;
    }

    public long destination() {
        return Bytes.u48(bytes, at);
    }

    public long source() {
        return Bytes.u48(bytes, at + 6);
    }

    public int etherType() {
        return Bytes.u16(bytes, at + 12);
    }

    /** Writes the whole header. */
    public void write(long destination, long source, int etherType) {
        Bytes.u48(bytes, at, destination);
        Bytes.u48(bytes, at + 6, source);
        Bytes.u16(bytes, at + 12, etherType);
    }
}
