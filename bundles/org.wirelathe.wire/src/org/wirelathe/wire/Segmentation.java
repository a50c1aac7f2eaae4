package org.wirelathe.wire;

/**
 * Cuts a TCP packet over IPv4 or IPv6 that carries more text than a frame into packets that each carry a segment of
 * it: what a card does (TSO), or the host in its place (GSO; B13).
 *
 * <p>Every segment has both headers with all their options. Segment {@code i} differs from the whole in length, sequence
 * number ({@code + i} times the segment size) and checksums, and over IPv4 in identification ({@code + i}); FIN and PSH
 * stay on the last segment only, CWR on the first (RFC 3168 §6.1.2: the window is reduced once). An IPv6 packet has no
 * extension headers.
 *
 * <p>A view that its owner lays {@link #over} one packet after the other; it changes nothing in it.
 */
public final class Segmentation {
    private static final int LAST_ONLY = TcpHeader.FIN | TcpHeader.PSH;

    private final Ipv4Header ip = new Ipv4Header();
    private final Ipv6Header ip6 = new Ipv6Header();
    private final TcpHeader tcp = new TcpHeader();
    private byte[] bytes;
    private int at;
    private boolean six;
    private int ipLength;
    private int headers;
    private int text;
    private int segmentSize;
    private int count;

    /**
     * Lays the view over a packet.
     *
     * @param bytes the buffer
     * @param at where the IP header begins, which like the TCP header behind it is sound
     * @param limit where the packet ends
     * @param segmentSize most bytes of text in a segment, at least 1
     */
    public Segmentation over(byte[] bytes, int at, int limit, int segmentSize) {
        this.bytes = bytes;
        this.at = at;
        this.segmentSize = segmentSize;
        six = bytes[at] >>> 4 == 6;
        ipLength = six ? Ipv6Header.LENGTH : ip.over(bytes, at).headerLength();
        headers = ipLength + tcp.over(bytes, at + ipLength).headerLength();
        text = limit - at - headers;
        count = Math.max(1, (text + segmentSize - 1) / segmentSize);
        return this;
    }

    /** How many segments there are, at least 1. */
    public int count() {
        return count;
    }

    /** Bytes of the packet that carries segment {@code index}, IP header included. */
    public int length(int index) {
        return headers + Math.min(segmentSize, text - index * segmentSize);
    }

    /**
     * Writes the packet that carries segment {@code index}, 0 to {@code count - 1}.
     *
     * @param target another buffer
     * @param to where its IP header is to begin; {@link #length} bytes are written
     * @param complete whether the TCP checksum is to be complete, or hold only the sum over the pseudo header
     */
    public void write(int index, byte[] target, int to, boolean complete) {
        int offset = index * segmentSize;
        int length = length(index);
        System.arraycopy(bytes, at, target, to, headers);
        System.arraycopy(bytes, at + headers + offset, target, to + headers, length - headers);

        tcp.over(target, to + ipLength);
        int drop = (index == 0 ? 0 : TcpHeader.CWR) | (index == count - 1 ? 0 : LAST_ONLY);
        Bytes.i32(target, to + ipLength + 4, tcp.sequence() + offset);
        Bytes.u8(target, to + ipLength + 13, tcp.flags() & ~drop);
        if (six) {
            ip6.over(target, to).setPayloadLength(length - ipLength);
            tcp.sealPartially(ip6.sourceHigh(), ip6.sourceLow(), ip6.destinationHigh(), ip6.destinationLow(),
                    to + length);
        } else {
            Bytes.u16(target, to + 4, ip.over(target, to).identification() + index);
            ip.rewrite(ipLength, length, ip.flagsAndOffset());
            tcp.sealPartially(ip.source(), ip.destination(), to + length);
        }
        if (complete) {
            tcp.complete(to + length);
        }
    }
}
