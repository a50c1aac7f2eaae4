package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.wire.IpAddress;

/** RFC 4862 §5.4: an address is tried before it is used. */
class DuplicateAddressDetectionTest {
    private static final String SELF = "fe80::1";
    private final Node alice = new Node(1).up(true, false, null, SELF + "/64");

    /** One solicitation after a delay of 0 to 1 s, use RetransTimer (1 s) later: RFC 4862 §5.1, §5.4.2. */
    @Test
    void rfc4862_5_4_oneSolicitationAfterARandomDelayAndUseASecondLater() {
        alice.until(2_000);
        String said = alice.said();
        assertTrue(said.endsWith(" :: > ff02::1:ff00:1 NS fe80::1 to 3333ff000001"), said);
        assertEquals(1, said.lines().count());
        long asked = Long.parseLong(said.split(" ")[0]);
        assertTrue(asked <= 1_000);
        assertEquals("fe80::1/64 PREFERRED", alice.addresses());
        String used = alice.happened();
        assertEquals(asked + 1_000 + " fe80::1 PREFERRED", used);
    }

    @Test
    void rfc4862_5_4_2_theDelayIsRandom() {
        long distinct = LongStream.range(0, 20).map(seed -> {
            Node node = new Node(seed).up(true, false, null, SELF + "/64");
            return Long.parseLong(node.until(2_000).said().split(" ")[0]);
        }).distinct().count();
        assertTrue(distinct > 15, () -> distinct + " delays among 20");
    }

    @Test
    void rfc4862_5_4_2_theGroupsAreJoinedBeforeItIsAsked() {
        assertTrue(alice.stations.contains(0x3333_0000_0001L));
        assertTrue(alice.stations.contains(0x3333_FF00_0001L));
    }

    @Test
    void rfc4862_5_4_aTentativeAddressAnswersNobody() {
        alice.hear(new Say("fe80::b0b", "ff02::1:ff00:1").ns(SELF).from(0xBB));
        assertEquals("", alice.said());
        assertEquals("fe80::1/64 TENTATIVE", alice.addresses());
        assertEquals(1, alice.counters.value("icmp6.inNdTentative"));
    }

    @Test
    void rfc4862_5_4_nothingIsAskedFromATentativeAddress() {
        alice.data("fe80::1", "fe80::b0b");
        assertEquals("", alice.said());
    }

    @Test
    void rfc4862_5_4_4_anAnswerMakesItADuplicate() {
        alice.until(500);
        alice.hear(new Say(SELF, "ff02::1").na(SELF, "O").at(0xBB));
        assertEquals("fe80::1/64 DUPLICATE", alice.addresses());
        assertTrue(alice.happened().startsWith("500 conflict alice:eth0: Another station has, or tries, the address "
                + "fe80::1; alice:eth0 does not use it"));
        alice.until(10_000);
        assertEquals("fe80::1/64 DUPLICATE", alice.addresses());
    }

    @Test
    void rfc4862_5_4_3_whoTriesItTooMakesItADuplicate() {
        alice.hear(new Say("::", "ff02::1:ff00:1").ns(SELF));
        assertEquals("fe80::1/64 DUPLICATE", alice.addresses());
        assertEquals(1, alice.counters.value("eth0.ndDuplicateAddresses"));
    }

    /** RFC 4862 §5.4.5: without a link-local address of its own the interface is off. */
    @Test
    void rfc4862_5_4_5_aDuplicateLinkLocalAddressTurnsIpv6Off() {
        alice.discovery.add(alice.eth0, new InterfaceAddress(IpAddress.parse("2001:db8::1"), 64));
        alice.hear(new Say("::", "ff02::1:ff00:1").ns(SELF));
        assertTrue(alice.happened().endsWith("0 conflict alice:eth0: IPv6 is off on alice:eth0, because its link-local"
                + " address fe80::1 is another station's"));
        alice.until(10_000);
        assertEquals("fe80::1/64 DUPLICATE\n2001:db8::1/64 TENTATIVE", alice.addresses());
        assertFalse(alice.data("2001:db8::1", "2001:db8::2"));
        assertEquals("", alice.said());
        alice.hear(new Say("fe80::b0b", "ff02::1").ra(1800).from(0xBB));
        assertEquals(1, alice.counters.value("icmp6.inNdDisabled"));
        assertEquals(alice.counters.value("eth0.ndRequests"), alice.counters.value("eth0.ndDisabled"));
        assertEquals(0, alice.pool.inUse());
    }

    @Test
    void anotherDuplicateLeavesTheInterfaceOn() {
        alice.discovery.add(alice.eth0, new InterfaceAddress(IpAddress.parse("2001:db8::1"), 64));
        alice.hear(new Say("2001:db8::1", "ff02::1").na("2001:db8::1", "").at(0xBB));
        alice.until(3_000);
        assertEquals("fe80::1/64 PREFERRED\n2001:db8::1/64 DUPLICATE", alice.addresses());
    }

    /** The address is another's: he is a neighbour like any other, who asks from it and answers for it. */
    @Test
    void whoHasTheAddressIsANeighbour() {
        alice.discovery.add(alice.eth0, new InterfaceAddress(IpAddress.parse("2001:db8::1"), 64));
        alice.hear(new Say("2001:db8::1", "ff02::1").na("2001:db8::1", "").at(0xBB));
        alice.until(3_000).said();
        alice.hear(new Say("2001:db8::1", "ff02::1:ff00:1").ns(SELF).from(0xBB));
        assertEquals("3000 fe80::1 > 2001:db8::1 NA fe80::1 -SO at 00:01 to 200000000bb", alice.said());
        alice.hear(new Say("2001:db8::1", SELF).na("2001:db8::1", "S"));
        assertEquals("REACHABLE :bb", alice.state("2001:db8::1"));
    }

    @Test
    void withoutDetectionItIsUsedAtOnce() {
        Node bob = Node.host(false, SELF + "/64");
        assertEquals("fe80::1/64 PREFERRED", bob.addresses());
        assertEquals("0 fe80::1 PREFERRED", bob.happened());
        assertEquals("", bob.until(2_000).said());
    }

    @Test
    void whoClaimsAnAddressInUseIsNotBelievedButTold() {
        alice.until(3_000).happened();
        alice.hear(new Say(SELF, "ff02::1").na(SELF, "O").at(0xBB));
        alice.hear(new Say("fe80::b0b", "ff02::1").na(SELF, "O").at(0xBB));
        assertEquals("fe80::1/64 PREFERRED", alice.addresses());
        assertEquals(2, alice.counters.value("icmp6.inNdOwnAddress"));
        assertEquals("3000 conflict alice:eth0: Another station claims the address fe80::1, which alice:eth0 uses",
                alice.happened());
    }

    @Test
    void anAddressThatIsTakenOutIsTriedNoMore() {
        alice.discovery.remove(alice.eth0, IpAddress.parse(SELF));
        alice.until(10_000);
        assertEquals("", alice.said());
        assertFalse(alice.stations.contains(0x3333_FF00_0001L));
    }
}
