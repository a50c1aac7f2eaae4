package org.wirelathe.wire;

/**
 * Cuts a TCP packet over IPv4 that carries more text than a frame into packets that each carry a segment of it: what a
 * card does (TSO), or the host in its place (GSO; B13).
 *
 * <p>Every segment has both headers with all their options. Segment {@code i} differs from the whole in total length,
 * identification ({@code + i}), sequence number ({@code + i} times the segment size) and both checksums; FIN and PSH
 * stay on the last segment only, CWR on the first (RFC 3168 §6.1.2: the window is reduced once).
 *
 * <p>A view that its owner lays {@link #over} one packet after the other; it changes nothing in it.
 */
public final class Segmentation {
    private static final int LAST_ONLY = TcpHeader.FIN | TcpHeader.PSH;

    private final Ipv4Header ip = new Ipv4Header();
    private final TcpHeader tcp = new TcpHeader();
    private byte[] bytes;
    private int at;
    private int ipLength;
    private int headers;
    private int text;
    private int segmentSize;
    private int count;

    /**
     * Lays the view over a packet.
     *
     * @param bytes the buffer
     * @param at where the IPv4 header begins, which like the TCP header behind it is sound
     * @param limit where the packet ends
     * @param segmentSize most bytes of text in a segment, at least 1
     */
    public Segmentation over(byte[] bytes, int at, int limit, int segmentSize) {
        this.bytes = bytes;
        this.at = at;
        this.segmentSize = segmentSize;
        ipLength = ip.over(bytes, at).headerLength();
        headers = ipLength + tcp.over(bytes, at + ipLength).headerLength();
        text = limit - at - headers;
        count = Math.max(1, (text + segmentSize - 1) / segmentSize);
        return this;
    }

    /** How many segments there are, at least 1. */
    public int count() {
        return count;
    }

    /** Bytes of the packet that carries segment {@code index}, IPv4 header included. */
    public int length(int index) {
        return headers + Math.min(segmentSize, text - index * segmentSize);
    }

    /**
     * Writes the packet that carries segment {@code index}, 0 to {@code count - 1}.
     *
     * @param target another buffer
     * @param to where its IPv4 header is to begin; {@link #length} bytes are written
     * @param complete whether the TCP checksum is to be complete, or hold only the sum over the pseudo header
     */
    public void write(int index, byte[] target, int to, boolean complete) {
        int offset = index * segmentSize;
        int length = length(index);
        System.arraycopy(bytes, at, target, to, headers);
        System.arraycopy(bytes, at + headers + offset, target, to + headers, length - headers);

        int identification = ip.over(bytes, at).identification() + index;
        Bytes.u16(target, to + 2, length);
        Bytes.u16(target, to + 4, identification);
        Bytes.u16(target, to + 10, 0);
        Bytes.u16(target, to + 10, Checksum.finish(Checksum.sum(target, to, ipLength)));

        tcp.over(target, to + ipLength);
        int drop = (index == 0 ? 0 : TcpHeader.CWR) | (index == count - 1 ? 0 : LAST_ONLY);
        Bytes.i32(target, to + ipLength + 4, tcp.sequence() + offset);
        Bytes.u8(target, to + ipLength + 13, tcp.flags() & ~drop);
        if (complete) {
            tcp.seal(ip.source(), ip.destination(), to + length);
        } else {
            tcp.sealPartially(ip.source(), ip.destination(), to + length);
        }
    }
}
