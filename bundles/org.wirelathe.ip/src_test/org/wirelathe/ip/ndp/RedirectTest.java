package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;

/** RFC 4861 §8: a router tells of a better first hop, and a host believes it within limits. */
class RedirectTest {
    private static final String FAR = "2001:db8:f::1";
    private final Node alice = Node.host(true, "fe80::1/64", "2001:db8::1/64");

    @BeforeEach
    void settle() {
        alice.until(20_000).said();
        alice.firstHop = IpAddress.parse("fe80::9");
        alice.happened();
    }

    private Say redirect(String from, String target) {
        return new Say(from, "2001:db8::1").redirect(FAR, target);
    }

    @Test
    void rfc4861_8_3_packetsTakeTheBetterFirstHopForATime() {
        alice.hear(redirect("fe80::9", "fe80::8").at(8));
        assertEquals("20000 + 2001:db8:f::1/128 via fe80::8 dev eth0 metric 0", alice.happened());
        assertEquals("STALE :08", alice.state("fe80::8"));
        alice.until(20_000 + 599_999);
        assertEquals("", alice.happened());
        alice.until(20_000 + 600_000);
        assertEquals("620000 - 2001:db8:f::1/128 via fe80::8 dev eth0 metric 0", alice.happened());
    }

    @Test
    void rfc4861_8_3_aTargetThatIsTheDestinationIsOnTheLink() {
        alice.hear(redirect("fe80::9", FAR).at(8));
        assertEquals("20000 + 2001:db8:f::1/128 dev eth0 metric 0", alice.happened());
        assertEquals("STALE :08", alice.state(FAR));
    }

    /** RFC 4861 §8.1: only the current first hop for the destination may redirect. */
    @Test
    void rfc4861_8_1_nobodyElseIsBelieved() {
        alice.hear(redirect("fe80::666", "fe80::8").at(8));
        alice.firstHop = null;
        alice.hear(redirect("fe80::9", "fe80::8").at(8));
        assertEquals("", alice.happened());
        assertEquals("none", alice.state("fe80::8"));
        assertEquals(2, alice.counters.value("icmp6.inNdRedirect"));
    }

    @Test
    void aRedirectToOneselfIsNotBelieved() {
        alice.hear(redirect("fe80::9", "fe80::1"));
        assertEquals("", alice.happened());
        assertEquals(1, alice.counters.value("icmp6.inNdRedirect"));
    }

    @Test
    void rfc4861_8_3_routersDoNotListen() {
        alice.router = true;
        alice.hear(redirect("fe80::9", "fe80::8").at(8));
        assertEquals("", alice.happened());
        assertEquals(1, alice.counters.value("icmp6.inNdRole"));
    }

    /** RFC 4861 §7.3.3: when the better hop does not answer, the next hop is determined anew. */
    @Test
    void rfc4861_8_3_aBetterHopThatIsGoneIsNotUsed() {
        alice.hear(redirect("fe80::9", "fe80::8").at(8));
        alice.happened();
        alice.data("2001:db8::1", "fe80::8");
        alice.until(28_000);
        assertEquals("28000 - 2001:db8:f::1/128 via fe80::8 dev eth0 metric 0", alice.happened());
    }

    @Test
    void onlySoManyAreKept() {
        for (int i = 0; i < 1_000; i++) {
            alice.hear(new Say("fe80::9", "2001:db8::1").redirect("2001:db8:f::" + Integer.toHexString(i + 1),
                    "fe80::8"));
        }
        assertEquals(Redirects.MOST, alice.routes.size());
    }

    // ---- the router's side ----

    private final Node router = routing();

    private static Node routing() {
        Node router = new Node(1);
        router.router = true;
        return router.up(false, false, null, "fe80::1/64", "2001:db8::1/64");
    }

    private void forward(String source, String destination, String hop, int payload) {
        Packet packet = router.pool.take();
        IpAddress from = IpAddress.parse(source);
        IpAddress to = IpAddress.parse(destination);
        IpAddress next = IpAddress.parse(hop);
        new Ipv6Header(packet.bytes, packet.head).write(0, 0, payload, Node.DATA, 63, from.high(), from.low(),
                to.high(), to.low());
        packet.put(Ipv6Header.LENGTH + payload);
        router.discovery.redirect(packet, router.eth0, next.high(), next.low());
        packet.release();
    }

    /** 40 bytes of redirect and 40 of redirected packet, and its link-layer address if it is known. */
    @Test
    void rfc4861_8_2_theSenderIsToldWithItsPacket() {
        router.hear(new Say("2001:db8::b0b", "ff02::1:ff00:1").ns("fe80::1").from(0xBB));
        router.said();
        forward("2001:db8::b0b", FAR, "fe80::9", 0);
        assertEquals("0 fe80::1 > 2001:db8::b0b redirect 2001:db8:f::1 to fe80::9 of 40 bytes to 200000000bb",
                router.said());
        router.hear(new Say("fe80::9", "ff02::1").ra(1800).from(9));
        forward("2001:db8::b0b", FAR, "fe80::9", 0);
        assertEquals("0 fe80::1 > 2001:db8::b0b redirect 2001:db8:f::1 to fe80::9 at 00:09 of 40 bytes"
                + " to 200000000bb", router.said());
    }

    /** RFC 4861 §4.6.3: what fits into 1280 bytes: 1280 - 40 - 40 - 8 = 1192, which is whole eights. */
    @Test
    void rfc4861_8_2_aLargePacketIsQuotedInPart() {
        router.hear(new Say("2001:db8::b0b", "ff02::1:ff00:1").ns("fe80::1").from(0xBB));
        router.said();
        forward("2001:db8::b0b", FAR, "fe80::9", 1400);
        assertTrue(router.said().contains("of 1192 bytes"));
    }

    /** RFC 4861 §8.2: the source is no neighbour, the destination is a group, the target is not link-local. */
    @Test
    void rfc4861_8_2_whenNobodyIsTold() {
        forward("2001:db8:2::b0b", FAR, "fe80::9", 0);
        forward("2001:db8::b0b", "ff05::1", "fe80::9", 0);
        forward("2001:db8::b0b", FAR, "2001:db8::9", 0);
        assertEquals("", router.said());
        forward("2001:db8::b0b", "2001:db8::c", "2001:db8::c", 0);
        assertEquals(1, router.counters.value("eth0.ndOutRedirects"), "the destination itself is a neighbour");
    }

    /** RFC 4861 §8.2: limited. Ten at once, ten a second after that. */
    @Test
    void rfc4861_8_2_onlySoMany() {
        for (int i = 0; i < 100; i++) {
            forward("2001:db8::b0b", FAR, "fe80::9", 0);
        }
        assertEquals(10, router.counters.value("eth0.ndOutRedirects"));
        assertEquals(90, router.counters.value("eth0.ndRedirectsLimited"));
        for (int ms = 1; ms <= 2_000; ms++) {
            router.until(ms);
            forward("2001:db8::b0b", FAR, "fe80::9", 0);
        }
        assertEquals(10 + 20, router.counters.value("eth0.ndOutRedirects"));
    }
}
