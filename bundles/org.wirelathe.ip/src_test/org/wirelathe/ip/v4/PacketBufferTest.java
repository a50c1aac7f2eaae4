package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.wirelathe.ip.v4.TestNode.a;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Ipv4Header;

/** B12: one packet, one buffer; IP pushes and pulls its header and copies no payload. */
class PacketBufferTest {
    private final TestNode node = TestNode.router();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void b12HeaderIsPushedInFrontOfThePayload() {
        Packet packet = node.pool.take();
        int at = packet.put(8);
        node.ip.send(packet, 0, a("10.0.1.1"), TestNode.TEST);
        assertSame(packet, node.eth0.last);
        assertEquals(at - Ipv4Header.LEAST, node.eth0.head);
        node.out();
    }

    @Test
    void b12HeaderIsPulledFromThePacketThatArrived() {
        Packet arriving = node.copy(TestNode.packet("10.0.1.1", "10.0.1.254"));
        int head = arriving.head;
        node.ip.handler(TestNode.TEST, new ProtocolHandler() {
            @Override
            public void received(Packet packet, Arrival from) {
                assertSame(arriving, packet);
                assertEquals(head + Ipv4Header.LEAST, packet.head);
                node.up.add("seen");
                packet.release();
            }

            @Override
            public void failed(NetworkError error) {
                throw new AssertionError(error);
            }
        });
        node.eth0.client.received(arriving, false);
        assertEquals(1, node.up.size());
    }

    @Test
    void b12ForwardedPacketIsTheOneThatArrived() {
        Packet arriving = node.copy(TestNode.packet("10.0.1.1", "10.0.2.1"));
        int head = arriving.head;
        node.eth0.client.received(arriving, false);
        assertSame(arriving, node.eth1.last);
        assertEquals(head, node.eth1.head);
        node.out();
    }

    @Test // B12, B20: a jumbo packet has a buffer of its own size
    void b12JumboEcho() {
        TestNode jumbo = new TestNode();
        FakeLink eth2 = new FakeLink("eth2", 9000, jumbo.sent);
        jumbo.ip.addInterface(eth2.link, a("10.0.3.254"), 24);
        assertEquals(Sent.YES, jumbo.ip.echo(a("10.0.3.1"), 1, 1, 8972));
        assertEquals(Sent.TOO_BIG, jumbo.ip.echo(a("10.0.3.1"), 1, 1, 8973));
        assertEquals(Sent.TOO_BIG, jumbo.ip.echo(a("10.0.3.1"), 1, 1, 65_508));
        assertEquals(9000, jumbo.sent.getFirst().packet().length);
        jumbo.out();
        jumbo.close();
    }
}
