package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.ip.v4.TestNode.a;
import static org.wirelathe.ip.v4.TestNode.packet;
import static org.wirelathe.ip.v4.TestNode.sealed;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.net.RouteEntry.NextHop;
import org.wirelathe.api.net.RouteEntry.Origin;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Protocol;

/** What routes say, and fragmentation by routers (RFC 1812 §5.2.4, §5.2.6, §5.2.7); eth1 takes 1000 bytes. */
class RouterTest {
    private static final String ALICE = "10.0.1.1";
    private static final String BOB = "10.0.2.1";

    private final TestNode node = TestNode.router();

    @AfterEach
    void close() {
        node.close();
    }

    private void route(Kind kind, String to, List<NextHop> hops, Optional<IpPrefix> from) {
        node.ip.network.addRoute(new RouteEntry(IpPrefix.parse(to), kind, hops, 0, from, Optional.empty(),
                Origin.STATIC));
    }

    private static NextHop via(String gateway) {
        return new NextHop(Optional.of(IpAddress.parse(gateway)), Optional.empty(), 1);
    }

    @Test // RFC 1812 §5.2.7.1; Linux: unreachable 3/1, prohibit 3/13, blackhole nothing
    void routesThatLeadNowhere() {
        route(Kind.UNREACHABLE, "198.51.100.0/26", List.of(), Optional.empty());
        route(Kind.PROHIBIT, "198.51.100.64/26", List.of(), Optional.empty());
        route(Kind.BLACKHOLE, "198.51.100.128/26", List.of(), Optional.empty());
        node.in(node.eth0, packet(ALICE, "198.51.100.1"));
        node.in(node.eth0, packet(ALICE, "198.51.100.65"));
        node.in(node.eth0, packet(ALICE, "198.51.100.129"));
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 3/1 about 10.0.1.1 > 198.51.100.1",
                "eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 3/13 about 10.0.1.1 > 198.51.100.65"), node.out());
        assertEquals(1, node.count("ip.inNoRoutes"));
        assertEquals(1, node.count("ip.inProhibited"));
        assertEquals(1, node.count("ip.inBlackhole"));
        assertEquals(0, node.ip.mtuTo(a("198.51.100.1")), "no way for ourselves, either");
    }

    @Test
    void policyBySource() {
        route(Kind.UNICAST, "0.0.0.0/0", List.of(via("10.0.2.77")), Optional.of(IpPrefix.parse("10.0.1.128/25")));
        node.in(node.eth0, packet(ALICE, "203.0.113.1", TestNode.TEST, 64, 8));
        node.in(node.eth0, packet("10.0.1.129", "203.0.113.1", TestNode.TEST, 64, 8));
        assertEquals(List.of("eth1 10.0.2.9: 10.0.1.1 > 203.0.113.1 ttl 63, 8 bytes",
                "eth1 10.0.2.77: 10.0.1.129 > 203.0.113.1 ttl 63, 8 bytes"), node.out());
    }

    @Test // RFC 2992: flows part, packets of a flow do not
    void severalNextHopsShareTheFlows() {
        route(Kind.UNICAST, "203.0.113.0/24", List.of(via("10.0.2.7"), via("10.0.2.8")), Optional.empty());
        TreeSet<Integer> used = new TreeSet<>();
        int first = 0;
        for (int port = 0; port < 200; port++) {
            byte[] packet = packet(ALICE, "203.0.113.5", Protocol.UDP, 64, 8);
            Bytes.u16(packet, 20, port);
            node.in(node.eth0, packet.clone());
            node.in(node.eth0, packet);
            assertEquals(node.sent.get(0).to(), node.sent.get(1).to());
            used.add(node.sent.get(0).to());
            first += node.sent.get(0).to() == a("10.0.2.7") ? 1 : 0;
            node.sent.clear();
        }
        assertEquals(2, used.size());
        assertTrue(first > 70 && first < 130, "about half: " + first);
    }

    @Test // the same for what this node sends, and fragments of a packet stay together
    void ownFlowsPartToo() {
        route(Kind.UNICAST, "203.0.113.0/24", List.of(via("10.0.2.7"), via("10.0.2.8")), Optional.empty());
        TreeSet<Integer> used = new TreeSet<>();
        for (int i = 1; i < 30; i++) {
            node.send("203.0.113." + i, 1500, SendOptions.DATAGRAM);
            assertEquals(2, node.sent.size());
            assertEquals(node.sent.get(0).to(), node.sent.get(1).to());
            used.add(node.sent.get(0).to());
            node.sent.clear();
        }
        assertEquals(2, used.size());
    }

    @Test // RFC 791 §3.2, RFC 1812 §5.2.6
    void routerFragmentsUnlessForbidden() {
        node.in(node.eth0, packet(ALICE, BOB, TestNode.TEST, 64, 1400));
        assertEquals(List.of("996 MF", "444 at 122"), node.pieces());
        assertEquals(1, node.count("ip.inForwDatagrams"));
        assertEquals(2, node.count("ip.outFragCreates"));
        byte[] whole = packet(ALICE, BOB, TestNode.TEST, 64, 1400);
        Bytes.u16(whole, 6, 0x4000);
        node.in(node.eth0, sealed(whole));
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 3/4 mtu 1000 about 10.0.1.1 > 10.0.2.1"),
                node.out());
        byte[] fragment = packet(ALICE, BOB, TestNode.TEST, 64, 1400);
        Bytes.u16(fragment, 6, 0x2000 | 10);
        node.in(node.eth0, sealed(fragment));
        assertEquals(List.of("996 MF at 10", "444 MF at 132"), node.pieces());
    }

    @Test // RFC 3927 §2.7
    void linkLocalAddressesStayOnTheirLink() {
        node.in(node.eth0, packet("169.254.1.1", BOB));
        node.in(node.eth0, packet(ALICE, "169.254.1.1"));
        assertEquals(2, node.count("ip.inMartianDestination"));
        assertEquals(List.of(), node.out());
    }
}
