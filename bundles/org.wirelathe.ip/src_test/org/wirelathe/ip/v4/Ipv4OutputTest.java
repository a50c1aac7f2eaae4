package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.ip.v4.TestNode.a;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;

class Ipv4OutputTest {
    private final TestNode node = new TestNode();

    @AfterEach
    void close() {
        node.close();
    }

    @Test // RFC 791, RFC 1340; DF as Linux sets it for path MTU discovery
    void headerOfWhatWeSend() {
        assertEquals(Sent.YES, node.send("10.0.1.254", "10.0.1.1", 8));
        byte[] packet = node.sent.getFirst().packet();
        Ipv4Header header = new Ipv4Header(packet, 0);
        assertEquals(20, header.headerLength());
        assertEquals(28, header.totalLength());
        assertEquals(0, header.trafficClass());
        assertEquals(Ipv4Header.DONT_FRAGMENT, header.flagsAndOffset());
        assertEquals(64, header.timeToLive());
        assertEquals(TestNode.TEST, header.protocol());
        assertEquals(8, packet[27], "data unharmed");
        node.out();
    }

    @Test // B18
    void b18RouteGivesLinkAndNextHop() {
        node.send("10.0.1.254", "10.0.1.1", 1);
        node.send("10.0.2.254", "10.0.2.1", 1);
        node.send("10.0.2.254", "192.0.2.1", 1);
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 ttl 64, 1 bytes",
                "eth1 10.0.2.1: 10.0.2.254 > 10.0.2.1 ttl 64, 1 bytes",
                "eth1 10.0.2.9: 10.0.2.254 > 192.0.2.1 ttl 64, 1 bytes"), node.out());
    }

    @Test // B18
    void b18SourceIsTheAddressOfTheLinkItLeavesBy() {
        assertEquals(a("10.0.1.254"), node.ip.sourceFor(a("10.0.1.1")));
        assertEquals(a("10.0.2.254"), node.ip.sourceFor(a("192.0.2.1")));
        assertEquals(a("10.0.1.254"), node.ip.sourceFor(a("10.0.1.254")));
        assertEquals(a("127.0.0.1"), node.ip.sourceFor(a("127.0.0.1")));
        assertEquals(Ipv4.ANY, node.ip.sourceFor(a("240.0.0.1")));
        node.send("0.0.0.0", "10.0.2.1", 1);
        assertEquals(List.of("eth1 10.0.2.1: 10.0.2.254 > 10.0.2.1 ttl 64, 1 bytes"), node.out());
    }

    @Test // B20, B21
    void b21MtuOfTheFirstHop() {
        assertEquals(1500, node.ip.mtuTo(a("10.0.1.1")));
        assertEquals(1000, node.ip.mtuTo(a("192.0.2.1")));
        assertEquals(0, node.ip.mtuTo(a("240.0.0.1")));
        assertEquals(Sent.YES, node.send("10.0.2.254", "10.0.2.1", 980));
        assertEquals(Sent.TOO_BIG, node.send("10.0.2.254", "10.0.2.1", 981));
        assertEquals(1, node.count("ip.outTooBig"));
        assertEquals(1, node.sent.size());
    }

    @Test // B16
    void b16FullDeviceIsReported() {
        node.eth0.full = true;
        assertEquals(Sent.DROPPED, node.send("10.0.1.254", "10.0.1.1", 1));
    }

    @Test
    void noRoute() {
        assertEquals(Sent.NO_ROUTE, node.send("10.0.1.254", "240.0.0.1", 1));
        assertEquals(Sent.NO_ROUTE, node.send("10.0.1.254", "0.0.0.0", 1));
        assertEquals(Sent.NO_ROUTE, node.ip.echo(a("240.0.0.1"), 1, 1, 1));
        assertEquals(1, node.count("ip.outNoRoutes"), "a packet was made, and dropped");
        assertEquals(List.of(), node.out());
    }

    @Test
    void broadcastGoesToAllStationsOfTheLink() {
        assertEquals(Sent.YES, node.send("10.0.2.254", "10.0.2.255", 1));
        assertEquals(Sent.YES, node.send("10.0.1.254", "255.255.255.255", 1));
        assertEquals(List.of("eth1 255.255.255.255: 10.0.2.254 > 10.0.2.255 ttl 64, 1 bytes",
                "eth0 255.255.255.255: 10.0.1.254 > 255.255.255.255 ttl 64, 1 bytes"), node.out());
    }

    @Test // never inside the call that sent it
    void packetToOurselvesComesBackAsAnEventOfItsOwn() {
        assertEquals(Sent.YES, node.send("10.0.1.254", "10.0.1.254", 5));
        assertEquals(Sent.YES, node.send("0.0.0.0", "127.0.0.1", 6));
        assertEquals(Sent.YES, node.send("10.0.1.254", "10.0.2.254", 7));
        assertEquals(List.of(), node.up);
        node.time.runUntil(0);
        assertEquals(List.of("10.0.1.254 > 10.0.1.254: 5 bytes", "127.0.0.1 > 127.0.0.1: 6 bytes",
                "10.0.1.254 > 10.0.2.254: 7 bytes"), node.up);
        assertEquals(3, node.time.fired);
        assertEquals(List.of(), node.out());
    }

    @Test
    void closeReleasesWhatIsOnItsWayToOurselves() {
        node.send("10.0.1.254", "10.0.1.254", 5);
        node.ip.close();
        assertEquals(0, node.pool.inUse());
        node.time.runUntil(1);
        assertEquals(List.of(), node.up);
    }

    @Test
    void ourAddresses() {
        for (String address : new String[] {"10.0.1.254", "10.0.2.254", "127.0.0.1", "127.9.9.9"}) {
            assertTrue(node.ip.isLocal(a(address)), address);
        }
        for (String address : new String[] {"10.0.1.1", "10.0.1.255", "255.255.255.255", "0.0.0.0", "8.8.8.8"}) {
            assertFalse(node.ip.isLocal(a(address)), address);
        }
        assertEquals(a("10.0.1.254"), node.eth0.address, "the link answers for it");
    }

    @Test
    void routesAndAddressesThatCannotBeAreRefusedWithASentence() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> node.ip.addRoute(a("192.0.2.0"), 24, a("172.16.0.1"))).getMessage();
        assertEquals("the next hop 172.16.0.1 of the route to 192.0.2.0/24 is on no subnet of this node", message);
        assertThrows(IllegalArgumentException.class, () -> node.ip.addRoute(0, 0, a("10.0.1.254")), "ourselves");
        assertThrows(IllegalArgumentException.class, () -> node.ip.addRoute(0, 33, a("10.0.1.1")));
        assertThrows(IllegalArgumentException.class, () -> node.ip.addInterface(node.eth0.link, a("240.0.0.1"), 24));
        assertThrows(IllegalArgumentException.class, () -> node.ip.addInterface(node.eth0.link, a("10.9.9.9"), -1));
    }

    @Test // RFC 1122 §3.2.1.3 (g): 127/8 never on a wire
    void loopbackAddressNeverLeavesTheNode() {
        for (String destination : new String[] {"10.0.1.1", "192.0.2.1", "224.0.0.9", "255.255.255.255"}) {
            assertEquals(Sent.NO_ROUTE, node.send("127.0.0.1", destination, 1));
        }
        assertEquals(Sent.YES, node.send("127.0.0.1", "10.0.1.254", 1));
        assertEquals(Sent.NO_ROUTE, node.send("10.0.1.254", "0.0.0.0", 1));
        node.time.runUntil(0);
        assertEquals(List.of("127.0.0.1 > 10.0.1.254: 1 bytes"), node.up);
        assertEquals(List.of(), node.out());
    }

    @Test // RFC 3021
    void pointToPointSubnetHasNoBroadcast() {
        node.ip.addInterface(node.eth0.link, a("10.5.0.0"), 31);
        node.send("0.0.0.0", "10.5.0.1", 1);
        assertEquals(List.of("eth0 10.5.0.1: 10.5.0.0 > 10.5.0.1 ttl 64, 1 bytes"), node.out());
    }

    @Test
    void headroomSufficesForTheHeadersBelow() {
        Packet packet = node.pool.take(node.ip.headroom());
        packet.put(10);
        assertEquals(Sent.YES, node.ip.send(packet, 0, a("10.0.1.1"), TestNode.TEST));
        assertTrue(node.ip.headroom() >= 20 + 18);
    }

    @Test // RFC 6864, hostile input 21: counts on for one destination, tells nothing about another
    void identificationCountsPerDestination() {
        Identification identification = new Identification(new RandomStream(1, "id"));
        int first = identification.next(a("10.0.0.1"), 1);
        int other = identification.next(a("10.0.0.2"), 1);
        assertEquals(first + 1 & 0xFFFF, identification.next(a("10.0.0.1"), 1));
        assertEquals(first + 2 & 0xFFFF, identification.next(a("10.0.0.1"), 1));
        assertEquals(other + 1 & 0xFFFF, identification.next(a("10.0.0.2"), 1));
        for (int i = 0; i < 70_000; i++) {
            int next = identification.next(7, 1);
            assertTrue(next >= 0 && next <= 0xFFFF);
        }
        assertNotEquals(first, new Identification(new RandomStream(2, "id")).next(a("10.0.0.1"), 1));
        assertEquals(first, new Identification(new RandomStream(1, "id")).next(a("10.0.0.1"), 1));
    }
}
