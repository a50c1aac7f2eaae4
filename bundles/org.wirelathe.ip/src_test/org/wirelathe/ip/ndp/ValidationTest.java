package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4861 §6.1, §7.1, §8.1: messages that must not be believed are dropped, each for a reason; row 29. */
class ValidationTest {
    private static final String ALL = "ff02::1";
    private final Node alice = Node.host(true, "fe80::1/64");

    private void dropped(String reason, Say message) {
        long before = alice.counters.value("icmp6." + reason);
        long all = alice.counters.sum("icmp6.in");
        alice.hear(message);
        assertEquals(before + 1, alice.counters.value("icmp6." + reason));
        assertEquals(all + 1, alice.counters.sum("icmp6.in"), "counted once");
        assertEquals("", alice.said());
        assertEquals(0, alice.pool.inUse());
    }

    @AfterEach
    void nothingIsNoted() {
        assertEquals("none", alice.state("fe80::9"));
        assertEquals(0, alice.routes.size());
        assertEquals(1, alice.eth0.addresses().size());
    }

    private static Say rs() {
        return new Say("fe80::9", "ff02::2").rs();
    }

    private static Say ra() {
        return new Say("fe80::9", ALL).ra(1800);
    }

    private static Say ns() {
        return new Say("fe80::9", "ff02::1:ff00:1").ns("fe80::1");
    }

    private static Say na() {
        return new Say("fe80::9", "fe80::1").na("fe80::9", "SO");
    }

    private static Say redirect() {
        return new Say("fe80::9", "fe80::1").redirect("2001:db8::1", "fe80::8");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64, 254})
    void rfc4861_7_1_theHopLimitIs255(int hopLimit) {
        for (Say message : new Say[] {rs(), ra(), ns(), na(), redirect()}) {
            dropped("inNdHopLimit", message.hop(hopLimit));
        }
    }

    @Test
    void rfc4861_7_1_theCodeIsZero() {
        for (Say message : new Say[] {rs(), ra(), ns(), na(), redirect()}) {
            dropped("inNdOperation", message.code(1));
        }
    }

    /** §6.1.1, §6.1.2, §7.1.1, §7.1.2, §8.1: 8, 16, 24, 24 and 40 bytes at least. */
    @Test
    void rfc4861_7_1_theLengthIsEnough() {
        dropped("inNdTruncated", ra().cutTo(15));
        dropped("inNdTruncated", ns().cutTo(23));
        dropped("inNdTruncated", na().cutTo(23));
        dropped("inNdTruncated", redirect().cutTo(39));
    }

    @Test
    void rfc4861_6_1_2_anOptionOfLengthZeroDropsTheMessage() {
        for (Say message : new Say[] {rs(), ra(), ns(), na(), redirect()}) {
            dropped("inNdOption", message.raw(5, 0, 0, 0, 0, 0, 0, 0));
        }
        dropped("inNdOption", ra().from(9).raw(99, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void rfc4861_6_1_2_anOptionBeyondTheEndDropsTheMessage() {
        dropped("inNdOption", ra().raw(3, 4, 64, 0xC0, 0, 0, 0, 0));
        dropped("inNdOption", ra().raw(1));
    }

    @Test
    void rfc4861_6_1_1_nobodyHasNoLinkLayerAddress() {
        dropped("inNdAddress", new Say("::", "ff02::2").rs().from(9));
    }

    @Test
    void rfc4861_6_1_2_routersSpeakFromLinkLocalAddresses() {
        dropped("inNdAddress", new Say("2001:db8::9", ALL).ra(1800).from(9));
        dropped("inNdAddress", new Say("::", ALL).ra(1800));
    }

    @Test
    void rfc4861_7_1_1_targetsAreNoGroups() {
        dropped("inNdAddress", new Say("fe80::9", "ff02::1:ff00:1").ns("ff02::1"));
        dropped("inNdAddress", new Say("fe80::9", ALL).na("ff02::1", "O"));
    }

    @Test
    void rfc4861_7_1_1_whoTriesAnAddressAsksItsGroupAndSaysNoMore() {
        dropped("inNdAddress", new Say("::", "fe80::1").ns("fe80::1"));
        dropped("inNdAddress", new Say("::", ALL).ns("fe80::1"));
        dropped("inNdAddress", new Say("::", "ff02::1:ff00:1").ns("fe80::1").from(9));
    }

    @Test
    void rfc4861_7_1_2_whatGoesToAllIsNotSolicited() {
        dropped("inNdAddress", new Say("fe80::9", ALL).na("fe80::9", "SO").at(9));
    }

    @Test
    void rfc4861_8_1_redirectsComeFromLinkLocalAddressesAndAreNoneOfGroups() {
        dropped("inNdAddress", new Say("2001:db8::9", "fe80::1").redirect("2001:db8::1", "fe80::8"));
        dropped("inNdAddress", new Say("fe80::9", "fe80::1").redirect("ff05::1", "fe80::8"));
        dropped("inNdAddress", new Say("fe80::9", "fe80::1").redirect("2001:db8::1", "2001:db8::8"));
    }

    @Test
    void linkLayerAddressesAreThoseOfOtherStations() {
        dropped("inNdStation", ns().raw(1, 1, 0, 0, 0, 0, 0, 0));
        dropped("inNdStation", ns().raw(1, 1, 0x33, 0x33, 0, 0, 0, 1));
        dropped("inNdStation", ns().raw(1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF));
        dropped("inNdStation", na().raw(2, 1, 2, 0, 0, 0, 0, 1));
        dropped("inNdOption", ns().raw(1, 2, 2, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void rfc6980_5_nothingThatCameInFragmentsIsBelieved() {
        alice.arrival.fragmented = true;
        for (Say message : new Say[] {rs(), ra(), ns(), na(), redirect()}) {
            dropped("inNdFragmented", message);
        }
    }

    @Test
    void nobodySpeaksFromAnAddressOfThisNode() {
        dropped("inNdOwnAddress", new Say("fe80::1", "ff02::1:ff00:1").ns("fe80::1").from(9));
        dropped("inNdOwnAddress", new Say("fe80::1", ALL).ra(1800).from(9));
    }

    @Test
    void rfc4861_6_2_6_hostsDoNotAnswerForRouters() {
        dropped("inNdRole", rs().from(9));
    }
}
