package org.wirelathe.lab.internal.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.TraceRequest;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.Run;
import org.wirelathe.model.TcpSettings;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** Segments of a flow over IPv6, at every header that a packet may begin with. */
class SegmentViewTest {
    private static final String FLOW = "[2001:db8:1::1]:49152>[2001:db8:2::1]:5001";

    private final PacketPool pool = new PacketPool();
    private final SegmentView view = new SegmentView(FLOW);

    private Packet segment(String from, int text) {
        Packet packet = pool.take();
        packet.put(TcpHeader.LEAST + text);
        new TcpHeader(packet.bytes, packet.head).write(49152, 5001, 77, 1, TcpHeader.LEAST, TcpHeader.ACK, 100);
        int at = packet.push(Ipv6Header.LENGTH);
        IpAddress source = IpAddress.parse(from);
        IpAddress destination = IpAddress.parse("2001:db8:2::1");
        new Ipv6Header(packet.bytes, at).write(0, 0, TcpHeader.LEAST + text, Protocol.TCP, 64, source.high(),
                source.low(), destination.high(), destination.low());
        return packet;
    }

    @Test
    void isKnownAtTheIpHeaderAndOnTheWire() {
        Packet packet = segment("2001:db8:1::1", 100);
        assertTrue(view.over(packet));
        assertEquals(77, view.sequence());
        assertEquals(100, view.length());
        new EthernetHeader(packet.bytes, packet.push(EthernetHeader.LENGTH)).write(2, 1, EtherType.IPV6);
        packet.put(4); // what a card has padded is no text
        assertTrue(view.over(packet));
        assertEquals(100, view.length());
    }

    @Test
    void anotherSendersIsNot() {
        assertFalse(view.over(segment("2001:db8:1::2", 100)));
    }

    @Test
    void endsAreNamedByNodeOrByAddressInBrackets() throws LabException {
        Lab lab = new Lab("Two", List.of(node("alice", "2001:db8:1::1"), node("bob", "2001:db8:2::1")), List.of(),
                List.of(), List.of(), List.of(), new Run(1, 1, 1), Map.of());
        for (String request : List.of("flow alice>bob:5001 byte 0", "flow alice>[2001:db8:2::1]:5001 byte 0",
                "flow [2001:db8:1::1]:49152>bob byte 0")) {
            assertTrue(new FlowEnds(TraceRequest.parse(request), lab).match(FLOW), request);
        }
        assertFalse(new FlowEnds(TraceRequest.parse("flow bob>alice byte 0"), lab).match(FLOW));
        assertEquals("alice>[2001:db8:2::1]:5001",
                TraceRequest.parse("flow alice>[2001:db8:2::1]:5001 byte 0").flow());
    }

    private static Node node(String name, String address) {
        return new Node(name, NodeType.HOST,
                List.of(new Interface("eth0", List.of(new InterfaceAddress(IpAddress.parse(address), 64)))), List.of(),
                List.of(), TcpSettings.DEFAULT);
    }
}
