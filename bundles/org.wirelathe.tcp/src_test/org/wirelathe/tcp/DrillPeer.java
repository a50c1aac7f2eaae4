package org.wirelathe.tcp;

import static org.wirelathe.tcp.SegmentText.UNSAID;

import java.util.HexFormat;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.TcpHeader;

/**
 * The other end in {@link Drill}: turns words into segments and segments into words, and knows what a well-behaved peer
 * would say where the words say nothing.
 */
final class DrillPeer {
    int localPort;
    int remotePort;
    /** The two initial sequence numbers: of the TCP under test, which its SYN tells, and of the peer. */
    int iss;
    private final int irs;
    /** Whether the peer's SYN offers window scaling, so that windows of the TCP under test are scaled. */
    private final boolean scaling;
    private int ourScale;
    private int peerScale;
    private long next;
    private long ack;
    private long window;

    DrillPeer(int irs, long window, boolean scaling) {
        this.irs = irs;
        this.window = window;
        this.scaling = scaling;
    }

    /** What it will say where words do not: its next number, and what it acknowledges. */
    void says(long number, long acknowledgment) {
        next = number;
        ack = acknowledgment;
    }

    /** A segment from the peer. */
    Packet build(SegmentText s, PacketPool pool) {
        boolean syn = (s.flags & TcpHeader.SYN) != 0;
        long from = s.hasRange() ? s.from : next;
        int length = s.hasRange() ? (int) (s.to - s.from) : 0;
        if (s.window != UNSAID) {
            window = s.window;
        }
        byte[] options = options(s);
        Packet packet = pool.takeFor(TcpHeader.LEAST + options.length + length);
        int at = packet.put(TcpHeader.LEAST + options.length + length);
        TcpHeader header = new TcpHeader(packet.bytes, at);
        long acknowledged = s.ack != UNSAID ? s.ack : ack;
        header.write(remotePort, localPort, irs + (int) from,
                (s.flags & TcpHeader.ACK) != 0 ? iss + (int) acknowledged : 0, TcpHeader.LEAST + options.length,
                s.flags, (int) (syn ? window : window >> peerScale));
        System.arraycopy(options, 0, packet.bytes, at + TcpHeader.LEAST, options.length);
        Pattern.fill(packet.bytes, at + TcpHeader.LEAST + options.length, length, from + (syn ? 1 : 0) - 1);
        header.seal(Drill.REMOTE.v4(), Drill.LOCAL.v4(), packet.tail);
        packet.segmentSize = s.segmentSize;
        if (syn && s.scale != UNSAID) {
            peerScale = s.scale;
        }
        if ((s.flags & TcpHeader.RST) == 0) {
            int controls = (syn ? 1 : 0) + ((s.flags & TcpHeader.FIN) != 0 ? 1 : 0);
            next = Math.max(next, from + length + controls);
        }
        return packet;
    }

    private static byte[] options(SegmentText s) {
        if (s.options != null) {
            return HexFormat.of().parseHex(s.options);
        }
        String hex = (s.mss == UNSAID ? "" : String.format("0204%04x", s.mss))
                + (s.scale == UNSAID ? "" : String.format("010303%02x", s.scale));
        return HexFormat.of().parseHex(hex);
    }

    /** What is not as the words say; {@code null} when everything is. */
    String compare(SegmentText s, TcpHeader header, Packet packet) {
        int textLength = packet.tail - packet.head - header.headerLength();
        int flags = header.flags();
        int mask = s.isFlagged ? 0xFF : 0xFF & ~TcpHeader.PSH;
        long from = relative(header.sequence());
        if ((flags & mask) != (s.flags & mask)) {
            return "flags";
        }
        boolean syn = (flags & TcpHeader.SYN) != 0;
        if (!syn && (flags & TcpHeader.RST) == 0) {
            Pattern.check(packet.bytes, packet.head + header.headerLength(), textLength, from - 1);
            ack = Math.max(ack, from + textLength + (flags & TcpHeader.FIN));
        } else if (syn) {
            ack = 1;
            ourScale = scaleOf(header, packet);
        }
        if (s.hasRange() ? from != s.from || textLength != s.to - s.from : textLength != 0) {
            return "range";
        }
        if (packet.segmentSize != s.segmentSize) {
            return "segments of " + packet.segmentSize;
        }
        if (s.ack != UNSAID && header.acknowledgment() - irs != (int) s.ack) {
            return "acknowledgment";
        }
        if (s.window != UNSAID && (long) header.window() << (syn ? 0 : ourScale) != s.window) {
            return "window";
        }
        if (s.mss != UNSAID && optionOf(header, packet, 2, 2) != s.mss) {
            return "mss";
        }
        return s.scale != UNSAID && optionOf(header, packet, 3, 1) != s.scale ? "window scale" : null;
    }

    private long relative(int sequence) {
        return ack + (sequence - (iss + (int) ack));
    }

    private int scaleOf(TcpHeader header, Packet packet) {
        return Math.max(0, scaling ? optionOf(header, packet, 3, 1) : 0);
    }

    private static int optionOf(TcpHeader header, Packet packet, int kind, int size) {
        for (int at = packet.head + TcpHeader.LEAST; at < packet.head + header.headerLength();) {
            int found = Bytes.u8(packet.bytes, at);
            if (found == kind) {
                return size == 1 ? Bytes.u8(packet.bytes, at + 2) : Bytes.u16(packet.bytes, at + 2);
            }
            at += found == 1 ? 1 : Bytes.u8(packet.bytes, at + 1);
        }
        return TcpOptions.ABSENT;
    }

    /** A segment of the TCP under test in words. */
    String describe(TcpHeader header, Packet packet) {
        int textLength = packet.tail - packet.head - header.headerLength();
        long from = header.sequence() - iss;
        return TcpHeader.formatFlags(header.flags()) + " " + from + ":" + (from + textLength) + " ack "
                + (header.acknowledgment() - irs) + " win "
                + ((long) header.window() << ((header.flags() & TcpHeader.SYN) != 0 ? 0 : ourScale));
    }
}
