package org.wirelathe.lab.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.lab.Snapshot.Content;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

class FrameContentTest {
    private static final int IP = EthernetHeader.LENGTH;
    private static final int TCP = IP + Ipv4Header.LEAST;

    private final PacketPool pool = new PacketPool();

    /** A frame of least length with an IPv4 packet that carries so many bytes of that protocol. */
    private Packet frame(int etherType, int protocol, int content) {
        Packet frame = pool.take();
        frame.put(Math.max(EthernetHeader.LEAST_FRAME, TCP + content));
        new EthernetHeader(frame.bytes, frame.head).write(1, 2, etherType);
        new Ipv4Header(frame.bytes, frame.head + IP)
                .write(0, Ipv4Header.LEAST + content, 0, 0, 64, protocol, 0x0A000001, 0x0A000002);
        new TcpHeader(frame.bytes, frame.head + TCP).write(1, 2, 3, 4, TcpHeader.LEAST, TcpHeader.ACK, 100);
        return frame;
    }

    @Test
    void segmentWithoutDataIsAnAckEvenWithPadding() {
        assertEquals(Content.ACK, FrameContent.of(frame(EtherType.IPV4, Protocol.TCP, 20)));
    }

    @Test
    void segmentWithOneByteIsData() {
        assertEquals(Content.DATA, FrameContent.of(frame(EtherType.IPV4, Protocol.TCP, 21)));
    }

    /** A frame with an IPv6 packet that carries so many bytes of that protocol. */
    private Packet frame6(int protocol, int content) {
        Packet frame = pool.take();
        frame.put(IP + Ipv6Header.LENGTH + content);
        new EthernetHeader(frame.bytes, frame.head).write(1, 2, EtherType.IPV6);
        new Ipv6Header(frame.bytes, frame.head + IP).write(0, 0, content, protocol, 64, 0, 1, 0, 2);
        new TcpHeader(frame.bytes, frame.head + IP + Ipv6Header.LENGTH).write(1, 2, 3, 4, TcpHeader.LEAST,
                TcpHeader.ACK, 100);
        return frame;
    }

    @Test
    void segmentsAreKnownOverIpv6() {
        assertEquals(Content.ACK, FrameContent.of(frame6(Protocol.TCP, 20)));
        assertEquals(Content.DATA, FrameContent.of(frame6(Protocol.TCP, 21)));
        assertEquals(Content.OTHER, FrameContent.of(frame6(Protocol.ICMPV6, 21)));
    }

    @Test
    void everythingElseIsOther() {
        assertEquals(Content.OTHER, FrameContent.of(frame(EtherType.ARP, Protocol.TCP, 21)));
        assertEquals(Content.OTHER, FrameContent.of(frame(EtherType.IPV4, Protocol.ICMP, 21)));
        Packet runt = pool.take();
        runt.put(3);
        assertEquals(Content.OTHER, FrameContent.of(runt));
    }
}
