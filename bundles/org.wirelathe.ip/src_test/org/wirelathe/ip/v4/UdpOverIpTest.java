package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.ip.v4.TestNode.a;

import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.transport.DatagramHandler;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Datagrams;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.ip.udp.UdpLayer;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.UdpHeader;

/** UDP on a whole node: what closed ports answer, what answers do to those who asked, and datagrams in fragments. */
class UdpOverIpTest implements DatagramHandler {
    private static final Endpoint ALICE = new Endpoint(IpAddress.parse("10.0.1.1"), 4000);

    private final TestNode node = new TestNode();
    private final Datagrams udp = new UdpLayer().create(
            new NodeContext("r1", 1, node.time, node.pool, node.counters, null), node.ip.network);

    @Override
    public boolean received(Packet packet, Arrival arrival, int sourcePort) {
        node.up.add(arrival.source() + ":" + sourcePort + ' ' + packet.length());
        packet.release();
        return true;
    }

    @Override
    public void failed(NetworkError error) {
        node.up.add(error.kind() + " from " + error.reporter());
    }

    @AfterEach
    void close() {
        udp.close();
        assertEquals(node.count("udp.inPackets"), node.count("udp.inDatagrams") + node.counters.drops("udp."));
        node.sent.clear();
        node.close();
    }

    private DatagramPort open(int port) throws TransportException {
        return udp.open(new Endpoint(IpAddress.ANY, port), this);
    }

    private static byte[] datagram(String source, int port, int size) {
        byte[] bytes = TestNode.packet(source, "10.0.1.254", Protocol.UDP, 64, UdpHeader.LENGTH + size);
        UdpHeader header = new UdpHeader(bytes, 20);
        header.write(4000, port, UdpHeader.LENGTH + size);
        header.seal(a(source), a("10.0.1.254"));
        return bytes;
    }

    @Test // RFC 1122 §4.1.3.1
    void rfc1122ClosedPortIsRefused() {
        node.in(node.eth0, datagram("10.0.1.1", 99, 10));
        assertEquals("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 3/3 about 10.0.1.1 > 10.0.1.254",
                node.out().getFirst());
    }

    @Test // row 24: ten thousand in a second; an open port is served meanwhile
    void row24AStormAgainstClosedPortsIsAnsweredSparsely() throws TransportException {
        open(53);
        for (int i = 0; i < 10_000; i++) {
            node.time.runUntil(i * 100_000L);
            node.in(node.eth0, datagram("10.0.1." + (1 + i % 250), 60_000, 10));
            if (i % 100 == 0) {
                node.in(node.eth0, datagram("10.0.1.7", 53, 10));
            }
        }
        assertEquals(100, node.up.size());
        assertEquals(10_000, node.count("udp.noPorts"));
        assertTrue(node.sent.size() > 100, node.sent.size() + " errors");
        assertTrue(node.sent.size() <= 1100, node.sent.size() + " errors");
    }

    @Test // RFC 1122 §4.1.3.3
    void rfc1122AnErrorComesBackToThePortThatAsked() throws TransportException {
        DatagramPort port = open(5000);
        port.send(new byte[10], 0, 10, ALICE, SendOptions.DATAGRAM);
        byte[] sent = node.sent.getLast().packet();
        byte[] error = TestNode.icmp("10.0.1.1", "10.0.1.254", IcmpMessage.UNREACHABLE,
                IcmpMessage.CODE_PORT_UNREACHABLE, 0, 0, Arrays.copyOf(sent, 28));
        node.in(node.eth0, error);
        assertEquals("PORT_UNREACHABLE from 10.0.1.1", node.up.getFirst());
    }

    @Test // row 35: the largest datagram, in fragments, to itself and to another
    void row35LargestDatagramInFragments() throws TransportException {
        DatagramPort port = open(5000);
        assertEquals(Sent.YES, port.send(new byte[65_507], 0, 65_507, ALICE, SendOptions.DATAGRAM));
        assertEquals(45, node.sent.size(), "65,515 bytes in pieces of 1480");
        assertEquals(Sent.TOO_BIG, port.send(new byte[65_507], 0, 65_507, ALICE,
                SendOptions.DATAGRAM.discovery(SendOptions.Discovery.DO)));
        assertEquals(Sent.YES, port.send(new byte[65_507], 0, 65_507,
                new Endpoint(IpAddress.parse("10.0.1.254"), 5000), SendOptions.DATAGRAM));
        node.time.runUntil(1);
        assertEquals("10.0.1.254:5000 65507", node.up.getFirst());
    }

    @Test // the path by which an error comes back knows the port of a connected socket only by both ends
    void aStrangersErrorIsNotBelieved() throws TransportException {
        DatagramPort port = open(5000);
        port.connect(ALICE);
        port.send(new byte[10], 0, 10, null, SendOptions.DATAGRAM);
        byte[] quoted = Arrays.copyOf(node.sent.getLast().packet(), 28);
        quoted[23] ^= 1;
        node.in(node.eth0, TestNode.icmp("10.0.1.1", "10.0.1.254", IcmpMessage.UNREACHABLE,
                IcmpMessage.CODE_PORT_UNREACHABLE, 0, 0, quoted));
        assertEquals(0, node.up.size());
        assertEquals(1, node.count("udp.strayErrors"));
    }
}
