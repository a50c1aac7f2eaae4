package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 4861 §6.3.4 to §6.3.6: what a host takes from routers' advertisements. */
class RouterDiscoveryTest {
    private static final long FOREVER = 0xFFFF_FFFFL;
    private final Node alice = Node.host(true, "fe80::1/64");

    @BeforeEach
    void settle() {
        alice.until(20_000).said();
        alice.happened();
    }

    private Say ra(int lifetime) {
        return new Say("fe80::9", "ff02::1").ra(lifetime).from(9);
    }

    @Test
    void rfc4861_6_3_4_aRouterIsADefaultRouteForItsLifetime() {
        alice.hear(ra(30));
        assertEquals("20000 + ::/0 via fe80::9 dev eth0 metric 1024", alice.happened());
        alice.until(49_999);
        assertEquals("", alice.happened());
        alice.until(50_000);
        assertEquals("50000 - ::/0 via fe80::9 dev eth0 metric 1024", alice.happened());
    }

    @Test
    void rfc4861_6_3_4_eachAdvertisementBeginsTheLifetimeAnew() {
        alice.hear(ra(30));
        alice.until(40_000);
        alice.hear(ra(30));
        alice.happened();
        alice.until(69_999);
        assertEquals("", alice.happened());
        alice.until(70_000);
        assertEquals("70000 - ::/0 via fe80::9 dev eth0 metric 1024", alice.happened());
    }

    @Test
    void rfc4861_6_3_4_aLifetimeOfZeroEndsItAtOnce() {
        alice.hear(ra(30));
        alice.happened();
        alice.hear(ra(0));
        assertEquals("20000 - ::/0 via fe80::9 dev eth0 metric 1024", alice.happened());
    }

    @Test
    void rfc4861_6_3_4_theRoutersAddressIsKnownAndStale() {
        alice.hear(ra(30));
        assertEquals("STALE :09", alice.state("fe80::9"));
    }

    @Test
    void rfc4861_6_3_4_hopLimitAndMtuAreUsed() {
        alice.hear(new Say("fe80::9", "ff02::1").ra(17, 30, 0, 0).mtu(1400));
        assertEquals(17, alice.eth0.hopLimit());
        assertEquals(1400, alice.eth0.mtu());
        alice.hear(new Say("fe80::9", "ff02::1").ra(0, 30, 0, 0));
        assertEquals(17, alice.eth0.hopLimit(), "0 says nothing");
    }

    @Test
    void rfc4861_6_3_4_anMtuBeyondTheLinkOrBelow1280IsIgnored() {
        for (int mtu : new int[] {0, 68, 1279, 1501, -1}) {
            alice.hear(new Say("fe80::9", "ff02::1").ra(30).mtu(mtu));
            assertEquals(1500, alice.eth0.mtu());
        }
    }

    @Test
    void rfc4861_6_3_4_aPrefixOnTheLinkIsARouteForItsLifetime() {
        alice.hear(ra(0).prefix("2001:db8:1::", 64, "L", 100, 50));
        assertEquals("20000 + 2001:db8:1::/64 dev eth0 metric 256", alice.happened());
        alice.until(120_000);
        assertEquals("120000 - 2001:db8:1::/64 dev eth0 metric 256", alice.happened());
    }

    @Test
    void rfc4861_6_3_4_aPrefixOfLifetimeZeroIsNotOnTheLinkAnyMore() {
        alice.hear(ra(0).prefix("2001:db8:1::", 64, "L", FOREVER, FOREVER));
        alice.hear(ra(0).prefix("2001:db8:1::", 64, "L", 0, 0).prefix("2001:db8:2::", 64, "L", 0, 0));
        assertEquals("""
                20000 + 2001:db8:1::/64 dev eth0 metric 256
                20000 - 2001:db8:1::/64 dev eth0 metric 256""", alice.happened());
    }

    /** RFC 4861 §6.3.4: link-local prefixes are ignored; RFC 5942 §4: without L nothing is said of the link. */
    @Test
    void rfc4861_6_3_4_prefixesThatAreNoneAreIgnored() {
        alice.hear(ra(0).prefix("fe80::", 64, "LA", 100, 100).prefix("ff05::", 64, "LA", 100, 100)
                .prefix("2001:db8::", 129, "LA", 100, 100).prefix("2001:db8::", 255, "LA", 100, 100)
                .prefix("2001:db8::", 64, "", 100, 100));
        assertEquals("", alice.happened());
    }

    /** RFC 4861 §6.3.6, §7.3.3: a router that does not answer is not used while another may. */
    @Test
    void rfc4861_6_3_6_theNextRouterTakesOverFromOneThatIsGone() {
        alice.hear(ra(1800));
        alice.hear(new Say("fe80::8", "ff02::1").ra(1800).from(8));
        assertEquals("20000 + ::/0 via fe80::9 dev eth0 metric 1024", alice.happened());
        alice.data("fe80::1", "fe80::9");
        alice.until(27_999);
        assertEquals("", alice.happened());
        alice.until(28_000);
        assertEquals("28000 + ::/0 via fe80::8 dev eth0 metric 1024", alice.happened());
        assertEquals(1, alice.routes.size());
    }

    /** RFC 4861 §7.2.5: who says that it is no router is no default router. */
    @Test
    void rfc4861_7_2_5_aRouterThatBecameAHostIsNotUsed() {
        alice.hear(ra(1800));
        alice.happened();
        alice.hear(new Say("fe80::9", "fe80::1").na("fe80::9", "RS"));
        assertEquals("", alice.happened());
        alice.hear(new Say("fe80::9", "fe80::1").na("fe80::9", "S"));
        assertEquals("20000 - ::/0 via fe80::9 dev eth0 metric 1024", alice.happened());
    }

    @Test
    void routersAndThoseWhoAreNotSetToTakeNothing() {
        Node other = Node.host(false, "fe80::1/64");
        other.happened();
        other.hear(ra(1800).prefix("2001:db8:1::", 64, "LA", 100, 100));
        assertEquals("", other.happened());
        alice.router = true;
        alice.hear(ra(1800).prefix("2001:db8:1::", 64, "LA", 100, 100));
        assertEquals("", alice.happened());
        assertEquals("STALE :09", alice.state("fe80::9"));
    }

    @Test
    void aHostThatBecomesARouterForgetsWhatRoutersSaid() {
        alice.hear(ra(1800).prefix("2001:db8:1::", 64, "L", 100, 100));
        alice.happened();
        alice.router = true;
        alice.discovery.roleChanged();
        assertTrue(alice.routes.isEmpty());
        assertEquals("", alice.until(3_000_000).said());
    }
}
