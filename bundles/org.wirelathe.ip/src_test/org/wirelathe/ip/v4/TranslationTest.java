package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.wirelathe.ip.v4.TestNode.a;
import static org.wirelathe.ip.v4.TestNode.packet;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.FilterRule;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.NatSettings.Behaviour;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.UdpHeader;

/** A router that translates and filters, all of it: 10.0.1.0/24 is inside, 10.0.2.254 on eth1 its address outside. */
class TranslationTest {
    private static final String BOB = "10.0.1.1";
    private static final String WEB = "10.0.2.1";
    private static final String OUT = "10.0.2.254";

    private final TestNode node = TestNode.router();

    TranslationTest() {
        node.ip.network.nat(NatSettings.to("eth1"));
    }

    @AfterEach
    void close() {
        node.close();
    }

    private static byte[] udp(String source, int sourcePort, String destination, int destinationPort, int timeToLive,
            int size) {
        byte[] bytes = packet(source, destination, Protocol.UDP, timeToLive, 8 + size);
        UdpHeader udp = new UdpHeader(bytes, 20);
        udp.write(sourcePort, destinationPort, 8 + size);
        udp.seal(a(source), a(destination));
        return bytes;
    }

    /** What was sent, and that each datagram's checksum verifies. */
    private List<String> out() {
        for (FakeLink.Sent one : node.sent) {
            Ipv4Header ip = new Ipv4Header(one.packet(), 0);
            if (ip.protocol() == Protocol.UDP) {
                assertEquals(true, new UdpHeader(one.packet(), 20).verifies(ip.source(), ip.destination()));
            }
        }
        return node.out();
    }

    @Test
    void thereAndBack() {
        node.in(node.eth0, udp(BOB, 5000, WEB, 53, 64, 10));
        assertEquals(List.of("eth1 10.0.2.1: 10.0.2.254 > 10.0.2.1 ttl 63, 18 bytes"), out());
        node.in(node.eth1, udp(WEB, 53, OUT, 5000, 64, 10));
        assertEquals(List.of("eth0 10.0.1.1: 10.0.2.1 > 10.0.1.1 ttl 63, 18 bytes"), out());
        node.ip.network.nat(null);
        node.in(node.eth0, udp(BOB, 5000, WEB, 53, 64, 10));
        assertEquals(List.of("eth1 10.0.2.1: 10.0.1.1 > 10.0.2.1 ttl 63, 18 bytes"), out());
    }

    @Test // RFC 5508 REQ-5: what this router says of a packet from outside does not show who is inside
    void ownErrors() {
        node.in(node.eth0, udp(BOB, 5000, WEB, 53, 64, 10));
        out();
        node.in(node.eth1, udp(WEB, 53, OUT, 5000, 1, 10));
        assertEquals(List.of("eth1 10.0.2.1: 10.0.2.254 > 10.0.2.1 error 11/0 about 10.0.2.1 > 10.0.2.254"), out());
        node.in(node.eth0, udp(BOB, 5000, WEB, 53, 1, 10));
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 11/0 about 10.0.1.1 > 10.0.2.1"), out());
    }

    @Test // the neighbour outside does not answer: the inside host hears of its own packet
    void nobodyTookIt() {
        node.in(node.eth0, udp(BOB, 5000, WEB, 53, 64, 10));
        byte[] translated = node.sent.getFirst().packet();
        out();
        node.eth1.client.unresolved(node.copy(translated), a(WEB));
        assertEquals(List.of("eth0 10.0.1.1: 10.0.1.254 > 10.0.1.1 error 3/1 about 10.0.1.1 > 10.0.2.1"), out());
    }

    @Test // RFC 5508 REQ-8: administratively prohibited
    void noPortIsLeft() {
        NatSettings base = NatSettings.to("eth1");
        node.ip.network.nat(new NatSettings("eth1", Behaviour.ENDPOINT_INDEPENDENT, Behaviour.ADDRESS_DEPENDENT, true,
                6000, 6000, base.udpTimeout(), base.tcpTimeout(), base.tcpTransitoryTimeout(), 10, List.of()));
        node.in(node.eth0, udp(BOB, 5000, WEB, 53, 64, 10));
        out();
        node.in(node.eth0, udp("10.0.1.2", 5000, WEB, 53, 64, 10));
        assertEquals(List.of("eth0 10.0.1.2: 10.0.1.254 > 10.0.1.2 error 3/13 about 10.0.1.2 > 10.0.2.1"), out());
        assertEquals(1, node.count("ip.inFiltered"));
    }

    @Test // RFC 791 §3.2: what is too large for the next link is translated once, and cut then
    void translatedAndCut() {
        node.in(node.eth0, udp(BOB, 5000, WEB, 53, 64, 1200));
        assertEquals(List.of(
                "eth1 10.0.2.1: 10.0.2.254 > 10.0.2.1 ttl 63, 976 bytes",
                "eth1 10.0.2.1: 10.0.2.254 > 10.0.2.1 ttl 63, 232 bytes"), node.out());
    }

    @Test // the firewall knows inside hosts by their own addresses, both ways
    void firewallSeesInsideAddresses() {
        node.ip.network.firewall(List.of(new FilterRule(FilterRule.Place.FORWARD, Optional.of("eth1"), Optional.empty(),
                "dst host 10.0.1.1 and udp src port 53", Action.REJECT)));
        node.in(node.eth0, udp(BOB, 5000, WEB, 53, 64, 10));
        assertEquals(1, out().size());
        node.in(node.eth1, udp(WEB, 53, OUT, 5000, 64, 10));
        assertEquals(List.of("eth1 10.0.2.1: 10.0.2.254 > 10.0.2.1 error 3/13 about 10.0.2.1 > 10.0.2.254"), out());
        assertEquals(1, node.count("firewall.rule1"));
        node.ip.network.firewall(List.of());
        node.in(node.eth1, udp(WEB, 53, OUT, 5000, 64, 10));
        assertEquals(1, out().size());
    }

    @Test
    void sentences() {
        assertThrows(IllegalArgumentException.class, () -> node.ip.network.nat(NatSettings.to("eth7")));
        assertThrows(IllegalArgumentException.class, () -> node.ip.network.firewall(List.of(new FilterRule(
                FilterRule.Place.INPUT, Optional.empty(), Optional.empty(), "prt 5", Action.DROP))));
    }
}
