package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.ip.v4.TestNode.a;
import static org.wirelathe.ip.v4.TestNode.icmp;
import static org.wirelathe.ip.v4.TestNode.packet;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.RouteEntry.Origin;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.Ipv4;

/** RFC 792, RFC 1122 §3.2.2.2 and §3.3.1.2, RFC 1812 §5.2.7.2. The default route leads to 10.0.2.9 at eth1. */
class RedirectsTest {
    private static final String ME = "10.0.2.254";
    private static final String FAR = "192.0.2.1";

    private TestNode node = new TestNode();

    private static byte[] redirect(String from, int code, String gateway, byte[] quoted) {
        byte[] bytes = icmp(from, ME, 5, code, 0, 0, quoted);
        Bytes.i32(bytes, 24, Ipv4.parse(gateway));
        Bytes.u16(bytes, 22, 0);
        Bytes.u16(bytes, 22, Checksum.finish(Checksum.sum(bytes, 20, bytes.length - 20)));
        return bytes;
    }

    private static byte[] redirect(String gateway) {
        return redirect("10.0.2.9", 1, gateway, packet(ME, FAR, TestNode.TEST, 63, 8));
    }

    private String wayTo(String destination) {
        node.send(ME, destination, 1);
        return node.out().getLast().split("[ :]")[1];
    }

    private void refused(byte[] redirect) {
        long before = node.count("icmp.inRedirectRefused");
        node.in(node.eth1, redirect);
        assertEquals(before + 1, node.count("icmp.inRedirectRefused"));
        assertEquals("10.0.2.9", wayTo(FAR));
    }

    @Test // RFC 1122 §3.2.2.2: each code is about the host alone
    void hostFollowsItsRouter() {
        for (int code = 0; code < 4; code++) {
            node.in(node.eth1, redirect("10.0.2.9", code, "10.0.2." + (10 + code), packet(ME, FAR)));
            assertEquals("10.0.2." + (10 + code), wayTo(FAR));
            node.ip.network.removeRoute(node.ip.network.routes().stream()
                    .filter(e -> e.to().toString().equals(FAR + "/32")).findFirst().orElseThrow());
        }
        assertEquals("10.0.2.9", wayTo("192.0.2.2"), "for that host only");
        assertEquals(4, node.count("icmp.inRedirects"));
        node.close();
    }

    @Test // then the router is asked again by using it
    void redirectIsForgotten() {
        node.in(node.eth1, redirect("10.0.2.10"));
        node.time.runUntil(200_000_000_000L);
        node.in(node.eth1, redirect("10.0.2.10", 1, "10.0.2.11", packet(ME, FAR)));
        assertEquals("10.0.2.11", wayTo(FAR), "by who is the first hop by now");
        node.time.runUntil(499_999_999_999L);
        assertEquals("10.0.2.11", wayTo(FAR));
        node.time.runUntil(500_000_000_000L);
        assertEquals("10.0.2.9", wayTo(FAR));
        node.close();
    }

    @Test // RFC 1122 §3.2.2.2; row 23
    void redirectsThatAreNotBelieved() {
        refused(redirect("10.0.2.8", 1, "10.0.2.10", packet(ME, FAR)));     // not the first hop
        refused(redirect("10.0.1.9"));                                      // not on that link's subnet
        refused(redirect("203.0.113.1"));                                   // on none
        refused(redirect(ME));
        refused(redirect("224.0.0.1"));
        refused(redirect("10.0.2.9", 4, "10.0.2.10", packet(ME, FAR)));     // no such code
        refused(redirect("10.0.2.9", 1, "10.0.2.10", packet("10.0.2.7", FAR)));
        for (int length = 0; length < 28; length++) {
            refused(redirect("10.0.2.9", 1, "10.0.2.10", Arrays.copyOf(packet(ME, FAR), length)));
        }
        node.ip.network.settings(new NetworkSettings(false, false, 1 << 20, 1 << 20, 1, 1000, 50, 1));
        refused(redirect("10.0.2.10"));
        node.close();
    }

    @Test
    void neighbourIsNeverRedirected() {
        node.in(node.eth1, redirect("10.0.2.9", 1, "10.0.2.10", packet(ME, "10.0.2.77")));
        assertEquals("10.0.2.77", wayTo("10.0.2.77"));
        node.close();
    }

    @Test // RFC 1122 §3.3.1.2: a route to the host that somebody has set stands
    void staticHostRouteStands() {
        node.ip.addRoute(a(FAR), 32, a("10.0.2.9"));
        refused(redirect("10.0.2.10"));
        node.close();
    }

    @Test
    void routeThatWasSetMeanwhileIsNotForgotten() {
        node.in(node.eth1, redirect("10.0.2.10"));
        node.ip.addRoute(a(FAR), 32, a("10.0.2.12"));
        node.time.runUntil(Redirects.AGE + 1);
        assertEquals("10.0.2.12", wayTo(FAR));
        node.close();
    }

    @Test // RFC 1812 §5.2.7.2: a router knows the way
    void routerFollowsNobody() {
        node = TestNode.router();
        refused(redirect("10.0.2.10"));
        node.close();
    }

    @Test // more destinations than are remembered
    void redirectedDestinationsAreBounded() {
        for (int i = 0; i < 1000; i++) {
            node.in(node.eth1, redirect("10.0.2.9", 1, "10.0.2.10",
                    packet(ME, "198.51." + i / 250 + "." + (i % 250 + 1))));
        }
        assertEquals(256, node.ip.network.routes().stream()
                .filter(e -> e.origin() == Origin.REDIRECT).count());
        assertEquals("10.0.2.9", wayTo("198.51.0.1"));
        assertEquals("10.0.2.10", wayTo("198.51.3.250"));
        node.close();
    }

    @Test // RFC 1812 §5.2.7.2: the packet is forwarded all the same
    void routerTellsOfABetterFirstHop() {
        node = TestNode.router();
        node.in(node.eth1, packet("10.0.2.1", FAR, TestNode.TEST, 64, 8));
        byte[] sent = node.sent.getFirst().packet();
        assertEquals(5, sent[20]);
        assertEquals(1, sent[21], "for the host");
        assertEquals(a("10.0.2.9"), Bytes.i32(sent, 24));
        assertEquals(List.of("eth1 10.0.2.1: 10.0.2.254 > 10.0.2.1 error 5/1 mtu 521 about 10.0.2.1 > 192.0.2.1",
                "eth1 10.0.2.9: 10.0.2.1 > 192.0.2.1 ttl 63, 8 bytes"), node.out());
        for (int i = 0; i < 100; i++) {
            node.in(node.eth1, packet("10.0.2.1", FAR, TestNode.TEST, 64, 8));
        }
        assertEquals(105, node.out().size(), "few of them");
        node.close();
    }

    @Test // RFC 1812 §5.2.7.2: only who is on the next hop's subnet can use it
    void routerSaysNothingToOthers() {
        node = TestNode.router();
        node.in(node.eth1, packet("203.0.113.1", FAR, TestNode.TEST, 64, 8));
        node.in(node.eth0, packet("10.0.1.1", FAR, TestNode.TEST, 64, 8));
        assertEquals(2, node.out().size());
        node.ip.network.settings(new NetworkSettings(true, false, 1 << 20, 1 << 20, 1, 1000, 50, 1));
        node.in(node.eth1, packet("10.0.2.1", FAR, TestNode.TEST, 64, 8));
        assertEquals(1, node.out().size(), "unless it is switched off");
        node.close();
    }
}
