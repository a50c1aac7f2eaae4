package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.ip.v6.Ipv6Address;

/** RFC 4862 §5.5: a host makes addresses of the prefixes that routers advertise. */
class StatelessAutoconfigurationTest {
    private static final String PREFIX = "2001:db8:1::";
    private final Node alice = Node.host(true, "fe80::1/64");

    @BeforeEach
    void settle() {
        alice.until(20_000).said();
        alice.happened();
    }

    private void advertise(Node node, String flags, long valid, long preferred) {
        node.hear(new Say("fe80::9", "ff02::1").ra(0).prefix(PREFIX, 64, flags, valid, preferred));
    }

    private Ipv6Address made() {
        return alice.eth0.addresses().get(1);
    }

    private int count() {
        return alice.eth0.addresses().size() - 1;
    }

    @Test
    void rfc4862_5_5_3_anAddressOfThePrefix() {
        advertise(alice, "A", 7200, 3600);
        assertTrue(made().address.toString().startsWith("2001:db8:1:0:"), made().address::toString);
        assertTrue(made().automatic);
        assertEquals(64, made().prefixLength);
        assertEquals("20000 " + made().address + " PREFERRED", alice.happened(), "no route to the prefix without L");
        advertise(alice, "A", 7200, 3600);
        assertEquals(1, count());
    }

    /** RFC 4862 §5.5.3 a, c, d: without A, preferred beyond valid, not 64 bits long, or of no lifetime. */
    @Test
    void rfc4862_5_5_3_prefixesThatMakeNoAddress() {
        advertise(alice, "L", 7200, 3600);
        advertise(alice, "A", 3600, 3601);
        advertise(alice, "A", 0, 0);
        alice.hear(new Say("fe80::9", "ff02::1").ra(0).prefix("2001:db8:2::", 63, "A", 7200, 3600)
                .prefix("2001:db8:3::", 65, "A", 7200, 3600).prefix("fe80::", 64, "A", 7200, 3600));
        assertEquals(0, count());
    }

    @Test
    void rfc4862_5_5_4_deprecatedThenGone() {
        advertise(alice, "A", 7200, 3600);
        String address = made().address.toString();
        alice.happened();
        alice.until(20_000 + 3_599_999);
        assertEquals("", alice.happened());
        alice.until(20_000 + 3_600_000);
        assertEquals("3620000 " + address + " DEPRECATED", alice.happened());
        alice.until(20_000 + 7_199_999);
        assertEquals("", alice.happened());
        alice.until(20_000 + 7_200_000);
        assertEquals("7220000 " + address + " TENTATIVE gone", alice.happened());
        assertEquals(0, count());
    }

    @Test
    void rfc4862_5_5_3_e_preferredAgainWhenARouterSaysSo() {
        advertise(alice, "A", 100_000, 0);
        assertEquals(AddressRow.State.DEPRECATED, made().state);
        advertise(alice, "A", 100_000, 50);
        assertEquals(AddressRow.State.PREFERRED, made().state);
    }

    /** RFC 4862 §5.5.3 e: seconds left before, seconds said, seconds left after. Two hours are 7200 s. */
    @ParameterizedTest(name = "{0} s left, {1} s said: {2} s left")
    @CsvSource({"10000, 20000, 20000", "10000, 7201, 7201", "10000, 7200, 7200", "10000, 5, 7200",
        "10000, 0, 7200", "100, 200, 200", "100, 50, 100", "100, 0, 100", "7200, 60, 7200", "7300, 7250, 7250",
        "4294967295, 60, 7200"})
    void rfc4862_5_5_3_e_theTwoHourRule(long left, long said, long after) {
        advertise(alice, "A", left, 0);
        alice.until(20_000);
        advertise(alice, "A", said, 0);
        assertEquals(20_000_000_000L + after * 1_000_000_000L, made().validUntil);
    }

    @Test
    void rfc4862_5_5_3_lifetimesWithoutEnd() {
        advertise(alice, "A", 0xFFFF_FFFFL, 0xFFFF_FFFFL);
        assertEquals(Long.MAX_VALUE, made().validUntil);
        alice.until(100_000_000);
        assertEquals(AddressRow.State.PREFERRED, made().state);
    }

    /** RFC 7217 §5: the same on every run with the seed, another on another prefix, node or seed. */
    @Test
    void rfc7217_5_stableAndDifferent() {
        advertise(alice, "A", 7200, 3600);
        Node again = Node.host(true, "fe80::1/64");
        advertise(again, "A", 7200, 3600);
        assertEquals(made().address, again.eth0.addresses().get(1).address);
        Node other = new Node(2).up(false, true, null, "fe80::1/64");
        advertise(other, "A", 7200, 3600);
        assertNotEquals(made().address, other.eth0.addresses().get(1).address);
        again.hear(new Say("fe80::9", "ff02::1").ra(0).prefix("2001:db8:2::", 64, "A", 7200, 3600));
        assertNotEquals(again.eth0.addresses().get(1).address.low(), again.eth0.addresses().get(2).address.low());
    }

    /** RFC 7217 §6: after a duplicate another a second later, three of them at most. */
    @Test
    void rfc7217_6_threeMoreTriesAfterADuplicate() {
        Node bob = new Node(1).up(true, true, null, "fe80::1/64");
        bob.until(20_000);
        advertise(bob, "A", 7200, 3600);
        String before = "";
        for (int i = 0; i < 4; i++) {
            Ipv6Address tried = bob.eth0.addresses().get(1);
            assertEquals(AddressRow.State.TENTATIVE, tried.state);
            String name = tried.address.toString();
            assertNotEquals(before, name);
            before = name;
            bob.hear(new Say(name, "ff02::1").na(name, "O").at(0xBB));
            assertEquals(AddressRow.State.DUPLICATE, tried.state);
            bob.until(20_000 + (i + 1) * 1_000L - 1);
            assertEquals(name, bob.eth0.addresses().get(1).address.toString());
            bob.until(20_000 + (i + 1) * 1_000L);
        }
        bob.until(100_000);
        assertEquals(before, bob.eth0.addresses().get(1).address.toString(), "it is left at that");
        assertEquals(2, bob.eth0.addresses().size());
    }

    @Test
    void rfc7217_6_linkLocalAddressesAreTriedAgainBeforeTheInterfaceIsOff() {
        Node bob = new Node(1).up(true, true, null);
        for (int i = 0; i < 4; i++) {
            String name = bob.eth0.addresses().getFirst().address.toString();
            assertTrue(name.startsWith("fe80::"), name);
            bob.hear(new Say(name, "ff02::1").na(name, "O").at(0xBB));
            assertEquals(i == 3, bob.happened().contains("IPv6 is off"));
            bob.until((i + 1) * 1_000L);
        }
    }

    @Test
    void anAddressThatIsMadeIsTriedLikeAnyOther() {
        Node bob = new Node(1).up(true, true, null, "fe80::1/64");
        bob.until(20_000).said();
        advertise(bob, "A", 7200, 3600);
        bob.until(22_000);
        Ipv6Address made = bob.eth0.addresses().get(1);
        assertEquals(AddressRow.State.PREFERRED, made.state);
        assertTrue(bob.said().contains(" :: > " + made.address.solicitedNode() + " NS " + made.address));
        bob.happened();
        bob.until(20_000 + 3_600_000);
        assertTrue(bob.happened().endsWith("3620000 " + made.address + " DEPRECATED"));
    }
}
