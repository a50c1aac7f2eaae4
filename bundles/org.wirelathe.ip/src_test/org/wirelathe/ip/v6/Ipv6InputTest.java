package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.ip.PacketFilter;
import org.wirelathe.wire.Bytes;

/** What a node takes, and what not: RFC 8200, RFC 4291 and Linux's ip6_rcv. */
class Ipv6InputTest {
    private static final String FAR = "2001:db8:1::1";
    private static final String HERE = "2001:db8:1::fe";
    private static final String ME_ON_LINK = "fe80::0:fe";

    private final TestNode t = TestNode.host();

    @AfterEach
    void balances() {
        t.close();
    }

    private void dropped(String counter, byte[] packet) {
        t.in(t.eth0, packet);
        assertEquals(List.of(), t.up);
        assertEquals(List.of(), t.out());
        assertEquals(1, t.count("ip6." + counter), counter);
    }

    @Test
    void takesWhatIsForOneOfItsAddresses() {
        t.in(t.eth0, Build.test(FAR, HERE));
        t.in(t.eth0, Build.test("fe80::1", "fe80::0:fe"));
        t.in(t.eth0, Build.test(FAR, "2001:db8:2::fe")); // RFC 1122 §3.3.4.2: the weak model, as Linux
        assertEquals(List.of(FAR + " > " + HERE + ": 40 bytes", "fe80::1 > fe80::fe: 40 bytes",
                FAR + " > 2001:db8:2::fe: 40 bytes"), t.up);
    }

    /** Row 36: the frame's padding is not the packet's. */
    @Test
    void trimsToThePayloadLength() {
        t.in(t.eth0, Arrays.copyOf(Build.test(FAR, HERE, 3), 60));
        assertEquals(List.of(FAR + " > " + HERE + ": 3 bytes"), t.up);
    }

    @Test
    void dropsAPayloadLengthBeyondTheFrame() {
        byte[] packet = Build.test(FAR, HERE);
        Bytes.u16(packet, 4, 41);
        dropped("inTotalLength", packet);
    }

    /** Row 3. */
    @Test
    void dropsAnotherVersion() {
        for (int version : new int[] {0, 4, 5, 7, 15}) {
            byte[] packet = Build.test(FAR, HERE);
            packet[0] = (byte) (version << 4);
            t.in(t.eth0, packet);
        }
        assertEquals(5, t.count("ip6.inVersion"));
        assertEquals(List.of(), t.up);
    }

    @Test
    void dropsWhatIsShorterThanAHeader() {
        for (int length = 0; length < 40; length++) {
            t.in(t.eth0, Arrays.copyOf(Build.test(FAR, HERE), length));
        }
        assertEquals(40, t.count("ip6.inTruncated"));
    }

    /** Row 4; RFC 4291 §2.7: a group is never a source. */
    @Test
    void dropsAGroupAsSource() {
        dropped("inMartianSource", Build.test("ff02::1", HERE));
    }

    /** Row 4; RFC 4291 §2.5.3. */
    @Test
    void dropsALoopbackSourceFromAWire() {
        dropped("inMartianSource", Build.test("::1", HERE));
    }

    /** Row 4: LAND. */
    @Test
    void dropsItsOwnAddressAsSource() {
        dropped("inMartianSource", Build.test(HERE, HERE));
    }

    /** RFC 4007 §6: the link-local address of one link may be another node's on another. */
    @Test
    void takesItsLinkLocalAddressOfAnotherLinkAsSource() {
        t.in(t.eth1, Build.test("fe80::0:fe", "fe80::1:fe"));
        assertEquals(1, t.up.size());
        t.in(t.eth0, Build.test("fe80::0:fe", ME_ON_LINK));
        assertEquals(1, t.count("ip6.inMartianSource"));
    }

    /** As Linux: what looks like an IPv4 address would pass checks that are meant for those. */
    @Test
    void dropsMappedAddresses() {
        t.in(t.eth0, withMapped(Build.test(FAR, HERE), 8));
        assertEquals(1, t.count("ip6.inMartianSource"));
        dropped("inMartianDestination", withMapped(Build.test(FAR, HERE), 24));
    }

    /** Writes ::ffff:10.0.0.1 over an address. */
    private static byte[] withMapped(byte[] packet, int at) {
        Bytes.i64(packet, at, 0);
        Bytes.i64(packet, at + 8, 0xFFFF_0A00_0001L);
        return packet;
    }

    /** RFC 4291 §2.5.3: never from a wire. */
    @Test
    void dropsALoopbackDestinationFromAWire() {
        dropped("inMartianDestination", Build.test(FAR, "::1"));
    }

    /** RFC 4291 §2.5.2: must not be a destination. */
    @Test
    void dropsTheUnspecifiedDestination() {
        dropped("inMartianDestination", Build.test(FAR, "::"));
    }

    /** Row 4: nobody is answered; neighbour discovery alone takes packets from ::. */
    @Test
    void dropsTheUnspecifiedSource() {
        dropped("inUnspecified", Build.test("::", HERE));
    }

    /** RFC 4291 §2.7 and its erratum 3480: scope 0 is reserved, scope 1 does not leave a node. */
    @Test
    void dropsGroupsOfScopeZeroAndOne() {
        t.in(t.eth0, Build.test(FAR, "ff00::1"), true);
        t.in(t.eth0, Build.test(FAR, "ff01::1"), true);
        assertEquals(2, t.count("ip6.inMartianDestination"));
    }

    /** RFC 4291 §2.8: what a node must listen to. */
    @Test
    void takesTheGroupsThatItBelongsTo() {
        t.takesBroadcasts = true;
        for (String group : List.of("ff02::1", "ff02::1:ff00:fe")) {
            t.in(t.eth0, Build.test(FAR, group), true);
        }
        assertEquals(2, t.up.size());
        for (String group : List.of("ff02::2", "ff05::2", "ff02::1:ff00:ff", "ff02::fb")) {
            t.in(t.eth0, Build.test(FAR, group), true);
        }
        assertEquals(2, t.up.size());
        assertEquals(4, t.count("ip6.inNotJoined"));
        assertEquals(6, t.count("ip6.inMcastPkts"));
    }

    @Test
    void takesAGroupThatWasJoinedOnThatInterfaceUntilItWasLeftAsOften() {
        t.takesBroadcasts = true;
        byte[] packet = Build.test(FAR, "ff02::fb");
        t.ip.join(t.eth0, TestNode.a("ff02::fb"));
        t.ip.join(t.eth0, TestNode.a("ff02::fb"));
        assertEquals(List.of(0x3333_0000_00FBL), t.link0.stations); // RFC 2464 §7
        t.in(t.eth0, packet, true);
        t.in(t.eth1, packet, true);
        t.ip.leave(t.eth0, TestNode.a("ff02::fb"));
        t.in(t.eth0, packet, true);
        t.ip.leave(t.eth0, TestNode.a("ff02::fb"));
        assertEquals(List.of(), t.link0.stations);
        t.in(t.eth0, packet, true);
        assertEquals(2, t.up.size());
    }

    @Test
    void givesAGroupsPacketsToNobodyWhoSpeaksWithSingleNodes() {
        t.in(t.eth0, Build.test(FAR, "ff02::1"), true);
        assertEquals(1, t.count("ip6.inMulticast"));
        assertEquals(List.of(), t.up);
    }

    /** RFC 4007 §9: a link-local address is one of its link. */
    @Test
    void knowsItsLinkLocalAddressOnItsOwnLinkOnly() {
        t.in(t.eth1, Build.test("fe80::1", "fe80::0:fe"));
        assertEquals(List.of(), t.up);
        assertEquals(1, t.count("ip6.inNotForMe"));
    }

    @Test
    void dropsWhatIsForAnotherNodeInSilenceWhenItIsAHost() {
        dropped("inNotForMe", Build.test(FAR, "2001:db8:9::1"));
    }

    /** RFC 8200 §4: code 1, pointing at the next header field that says so. */
    @Test
    void tellsOfAProtocolThatIsNotKnown() {
        t.in(t.eth0, Build.packet(FAR, HERE).data(200, 8).bytes());
        assertEquals(List.of("eth0 " + FAR + ": " + HERE + " > " + FAR + " parameter problem 1 at 6 about " + FAR
                + " > " + HERE), t.out());
        t.in(t.eth0, Build.packet(FAR, HERE).extension(60, 1, 4, 0, 0, 0, 0).data(200, 8).bytes());
        assertEquals(List.of("eth0 " + FAR + ": " + HERE + " > " + FAR + " parameter problem 1 at 40 about " + FAR
                + " > " + HERE), t.out());
        assertEquals(2, t.count("ip6.inUnknownProtos"));
    }

    /** RFC 8200 §4.7: nothing follows, and nothing is wrong. */
    @Test
    void dropsNoNextHeaderInSilence() {
        dropped("inNoNext", Build.packet(FAR, HERE).data(59, 8).bytes());
    }

    /** A filter sees a packet for this node when it is whole again, and what this node says to it. */
    @Test
    void asksTheFilter() {
        t.filters.filter = (place, packet, in, out) -> {
            t.up.add(place + " " + in + " " + packet.length());
            return place == PacketFilter.Place.INPUT ? Action.REJECT : Action.ACCEPT;
        };
        t.in(t.eth0, Build.packet(FAR, HERE).fragment(0, true, 7).data(TestNode.TEST, 16).bytes());
        t.in(t.eth0, Build.packet(FAR, HERE).fragment(16, false, 7).data(TestNode.TEST, 8).bytes());
        assertEquals(List.of("PREROUTING eth0 64", "PREROUTING eth0 56", "INPUT eth0 64", "OUTPUT null 112",
                "POSTROUTING null 112"), t.up); // 112: the error about it
        assertEquals(List.of("eth0 " + FAR + ": " + HERE + " > " + FAR + " unreachable 1 about " + FAR + " > " + HERE),
                t.out());
        assertEquals(1, t.count("ip6.inFiltered"));
    }

    @Test
    void takesNothingWhereIpv6DoesNotRun() {
        FakeLink link = new FakeLink("eth2", 1500);
        t.routes.addInterface(link.link);
        Ipv6Interface off = t.ip.addInterface(link.link,
                InterfaceSettings.of(List.of()));
        t.in(off, Build.test(FAR, HERE));
        assertEquals(1, t.count("ip6.inDisabled"));
        assertEquals(List.of(), t.up);
    }
}
