package org.wirelathe.ip.fragment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.ip.fragment.Rig.fragment;
import static org.wirelathe.ip.fragment.Rig.fragment6;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Ipv6Header;

/** Rows 25, 26, 27 and 36 of the hostile inputs, and what RFC 791, 815 and 8200 say of the others; both families. */
class ReassemblyTest {
    private Rig rig = new Rig();

    @AfterEach
    void nothingIsLost() {
        rig.assertBalance();
        rig.v4.close();
        rig.v6.close();
        rig.assertAtRest();
    }

    private static byte[] piece(int version, int id, int from, int length, boolean more) {
        return version == 4 ? fragment(id, from, length, more) : fragment6(id, from, length, more);
    }

    private static String place(int version) {
        return version == 4 ? "ip." : "ip6.";
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void everyOrderOfUpToSix(int version) {
        for (int count = 2; count <= 6; count++) {
            for (List<Integer> order : orders(count)) {
                Packet whole = null;
                for (int i = 0; i < count; i++) {
                    assertNull(whole);
                    int at = order.get(i);
                    boolean last = at == count - 1;
                    whole = rig.in(piece(version, 7, 16 * at, last ? 5 : 16, !last));
                }
                rig.assertWhole(16 * count - 11, whole);
                rig.assertAtRest();
            }
        }
        assertEquals(2 + 6 + 24 + 120 + 720, rig.count(place(version) + "reasmOKs"));
        assertEquals(Map.of(), rig.dropped());
    }

    private static List<List<Integer>> orders(int count) {
        if (count == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> order : orders(count - 1)) {
            for (int at = 0; at < count; at++) {
                List<Integer> longer = new ArrayList<>(order);
                longer.add(at, count - 1);
                all.add(longer);
            }
        }
        return all;
    }

    @Test // RFC 791 Appendix A, example 2, put together again
    void rfc791Example() {
        assertNull(rig.in(fragment(111, 0, 256, true)));
        rig.assertWhole(452, rig.in(fragment(111, 256, 196, false)));
    }

    @Test // RFC 815 §3: holes in front, behind and in between
    void rfc815HolesBeforeBehindAndBetween() {
        assertNull(rig.in(fragment(1, 24, 8, true)));   // holes before and behind
        assertNull(rig.in(fragment(1, 40, 8, false)));  // no hole behind any more
        assertNull(rig.in(fragment(1, 0, 8, true)));
        assertNull(rig.in(fragment(1, 32, 8, true)));   // fills a hole
        assertNull(rig.in(fragment(1, 16, 8, true)));   // the end of a hole
        rig.assertWhole(48, rig.in(fragment(1, 8, 8, true)));
    }

    @ParameterizedTest // RFC 791 §3.2 and RFC 8200 §4.5: source, destination, identification; of IPv4 the protocol too
    @ValueSource(ints = {4, 6})
    void packetsAreToldApart(int version) {
        assertNull(rig.in(piece(version, 1, 0, 8, true)));
        assertNull(rig.in(piece(version, 2, 8, 8, false)));
        byte[] other = version == 4 ? fragment("10.0.1.9", 1, 0, 8, 8, false)
                : fragment6(IpAddress.parse("2001:db8:1::9"), 1, 0, 8, 8, false);
        assertNull(rig.in(other));
        byte[] elsewhere = piece(version, 1, 8, 8, false);
        elsewhere[version == 4 ? 19 : 39]++;
        if (version == 4) {
            new Ipv4Header(elsewhere, 0).rewrite(20, 28, 1);
        }
        assertNull(rig.in(elsewhere));
        if (version == 4) {
            byte[] protocol = fragment(1, 8, 8, false);
            protocol[9]++;
            new Ipv4Header(protocol, 0).rewrite(20, 28, 1);
            assertNull(rig.in(protocol));
        }
        rig.assertWhole(16, rig.in(piece(version, 1, 8, 8, false)));
    }

    @Test // RFC 4007 §6: the same link-local address on two links is two nodes; RFC 8200 §4.5 for others: any way in
    void linkLocalAddressesByTheirLink() {
        IpAddress local = IpAddress.parse("fe80::1");
        assertNull(rig.in(fragment6(local, 1, 0, 0, 8, true), 1));
        assertNull(rig.in(fragment6(local, 1, 0, 8, 8, false), 2));
        rig.assertWhole(16, rig.in(fragment6(local, 1, 0, 8, 8, false), 1));
        assertNull(rig.in(fragment6(1, 0, 8, true), 1));
        rig.assertWhole(16, rig.in(fragment6(1, 8, 8, false), 2));
    }

    @ParameterizedTest // duplicates made on the way are no attack (RFC 8200 §4.5); the one that came first stays
    @ValueSource(ints = {4, 6})
    void exactDuplicates(int version) {
        byte[] first = piece(version, 1, 0, 16, true);
        byte[] last = piece(version, 1, 24, 5, false);
        for (byte[] one : List.of(first, first, last, last)) {
            assertNull(rig.in(one));
        }
        byte[] forged = first.clone();
        forged[forged.length - 1]++;
        assertNull(rig.in(forged));
        rig.assertWhole(29, rig.in(piece(version, 1, 16, 8, true)));
        assertEquals(Map.of(place(version) + "reasmDuplicate", 3L), rig.dropped());
    }

    @ParameterizedTest // row 26: RFC 5722 §4, and Linux since 4.19 for IPv4
    @ValueSource(ints = {4, 6})
    void overlapDropsThePacket(int version) {
        int[][] overlaps = {
            {8, 16},    // into the one that waits from behind
            {24, 16},   // teardrop: begins inside it and goes on
            {24, 8},    // inside, at its end
            {16, 8},    // inside, at its begin
            {8, 40},    // around it
            {16, 24},   // from its begin and further
        };
        for (int[] overlap : overlaps) {
            rig = new Rig();
            assertNull(rig.in(piece(version, 1, 16, 16, true)));
            assertNull(rig.in(piece(version, 1, overlap[0], overlap[1], true)));
            assertEquals(Map.of(place(version) + "reasmOverlap", 2L), rig.dropped());
            assertEquals(1, rig.count(place(version) + "reasmFails"));
            rig.assertAtRest();
            assertNull(rig.in(piece(version, 1, 0, 16, true)), "nothing of it is left");
            rig.v4.close();
            rig.v6.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6})
    void oneInPlaceOfTwoIsAnOverlap(int version) {
        assertNull(rig.in(piece(version, 1, 0, 8, true)));
        assertNull(rig.in(piece(version, 1, 8, 8, true)));
        assertNull(rig.in(piece(version, 1, 0, 16, true)));
        assertEquals(Map.of(place(version) + "reasmOverlap", 3L), rig.dropped());
    }

    @ParameterizedTest // row 25: the packet ends in two places
    @ValueSource(ints = {4, 6})
    void inconsistentEnds(int version) {
        byte[][][] pairs = {
            {piece(version, 1, 16, 8, false), piece(version, 1, 24, 8, false)},
            {piece(version, 1, 16, 8, false), piece(version, 1, 8, 8, false)},
            {piece(version, 1, 16, 8, false), piece(version, 1, 24, 8, true)},
            {piece(version, 1, 24, 8, true), piece(version, 1, 16, 8, false)},
            {piece(version, 1, 16, 8, true), piece(version, 1, 16, 8, false)},
            {piece(version, 1, 16, 8, false), piece(version, 1, 16, 8, true)},
        };
        for (byte[][] pair : pairs) {
            rig = new Rig();
            assertNull(rig.in(pair[0]));
            assertNull(rig.in(pair[1]));
            assertEquals(Map.of(place(version) + "reasmInconsistent", 2L), rig.dropped());
            rig.assertAtRest();
        }
    }

    @Test // row 25: ping of death, and the largest that is none
    void pingOfDeath() {
        assertNull(rig.in(fragment(1, 65_512, 4, false)));
        assertEquals(Map.of("ip.reasmTooLong", 1L), rig.dropped());
        assertNull(rig.in(fragment(1, 65_512, 3, false)));
        assertNull(rig.in(fragment(1, 0, 8192, true)));
        for (int from = 8192; from < 57_344; from += 8192) {
            assertNull(rig.in(fragment(1, from, 8192, true)));
        }
        rig.assertWhole(65_515, rig.in(fragment(1, 57_344, 65_512 - 57_344, true)));
    }

    @Test // RFC 8200 §4.5: 65,535 bytes behind the IPv6 header
    void longestIpv6Packet() {
        assertNull(rig.in(fragment6(1, 65_528, 7, false)));
        for (int from = 0; from < 57_344; from += 8192) {
            assertNull(rig.in(fragment6(1, from, 8192, true)));
        }
        rig.assertWhole(65_535, rig.in(fragment6(1, 57_344, 65_528 - 57_344, true)));
    }

    @Test // the first has options that make of 65,535 bytes more
    void tooLongByTheOptionsOfTheFirst() {
        byte[] first = new byte[24 + 8];
        Ipv4Header ip = new Ipv4Header(first, 0);
        ip.write(0, 32, 1, Rig.MF, 64, Rig.TEST, Ipv4.parse(Rig.ALICE), Ipv4.parse(Rig.BOB));
        Arrays.fill(first, 20, 24, (byte) 1);
        ip.rewrite(24, 32, Rig.MF);
        assertNull(rig.in(first));
        assertNull(rig.in(fragment(1, 65_512, 3, false)));
        for (int from = 8; from < 65_512; from += 9352) {
            assertNull(rig.in(fragment(1, from, Math.min(9352, 65_512 - from), true)));
        }
        assertEquals(List.of("ip.reasmTooLong"), List.copyOf(rig.dropped().keySet()));
    }

    @Test // row 25
    void noTextAndOddLengths() {
        assertNull(rig.in(fragment(1, 8, 0, true)));
        assertNull(rig.in(fragment(1, 8, 0, false)));
        assertNull(rig.in(fragment(1, 0, 12, true)));
        assertEquals(Map.of("ip.reasmMalformed", 3L), rig.dropped());
        rig.assertAtRest();
    }

    @ParameterizedTest // RFC 3168 §5.3
    @ValueSource(ints = {4, 6})
    void congestionExperienced(int version) {
        int[][] sent = {{0, 0, 0}, {1, 1, 1}, {2, 2, 2}, {3, 3, 3}, {2, 3, 3}, {3, 2, 3}, {1, 3, 3}, {1, 2, 1},
            {0, 3, -1}, {3, 0, -1}, {0, 2, -1}, {1, 0, -1}};
        for (int[] ecn : sent) {
            assertNull(ecnPiece(version, ecn[0], 0, true));
            Packet whole = ecnPiece(version, ecn[1], 8, false);
            if (ecn[2] < 0) {
                assertNull(whole);
            } else {
                assertEquals(0xB8 | ecn[2], version == 4 ? new Ipv4Header(whole.bytes, whole.head).trafficClass()
                        : new Ipv6Header(whole.bytes, whole.head).trafficClass());
                rig.assertWhole(16, whole);
            }
        }
        assertEquals(Map.of(place(version) + "reasmEcn", 8L), rig.dropped());
    }

    private Packet ecnPiece(int version, int ecn, int from, boolean more) {
        return rig.in(version == 4 ? fragment(Rig.ALICE, 1, 0xB8 | ecn, from, 8, more)
                : fragment6(Rig.ALICE6, 1, 0xB8 | ecn, from, 8, more));
    }

    @Test // RFC 1122 §3.3.2 (30 s as Linux), RFC 8200 §4.5 (60 s); the source hears of it if the first is there
    void timeUp() {
        assertNull(rig.in(fragment(1, 0, 8, true), 3));
        assertNull(rig.in(fragment(2, 8, 8, true), 3));
        assertNull(rig.in(fragment6(1, 0, 8, true), 4));
        assertNull(rig.in(fragment6(1, 8, 8, true), 5));
        rig.runUntil(29);
        assertNull(rig.in(fragment(3, 0, 8, true), 3));
        assertEquals(List.of(), rig.expired);
        rig.runUntil(30);
        assertEquals(List.of("28 bytes from 3, version 4"), rig.expired);
        assertEquals(2, rig.count("ip.reasmTimeout"));
        assertNull(rig.in(fragment(1, 8, 8, false)), "its first part is gone");
        rig.runUntil(59);
        assertEquals(2, rig.expired.size());
        rig.runUntil(60);
        assertEquals("56 bytes from 4, version 6", rig.expired.get(2));
        assertEquals(Map.of("ip.reasmExpired", 4L, "ip6.reasmExpired", 2L), rig.dropped());
        rig.assertAtRest();
    }

    @Test // a packet that becomes whole in time has no deadline any more
    void timerStopsWithTheLast() {
        assertNull(rig.in(fragment(1, 0, 8, true)));
        rig.assertWhole(16, rig.in(fragment(1, 8, 8, false)));
        rig.assertAtRest();
    }

    @Test // row 27: RFC 6946 §4
    void atomicFragmentsMeetNoOthers() {
        assertNull(rig.in(fragment6(1, 0, 16, true)));
        rig.assertWhole(13, rig.in(fragment6(1, 0, 13, false)));
        rig.assertWhole(24, rig.in(fragment6(1, 16, 8, false)));
        assertEquals(2, rig.count("ip6.reasmOKs"));
        assertEquals(Map.of(), rig.dropped());
    }

    @Test // row 36: the first fragment's header says how long it is; what the others say goes with their headers
    void metadataIsTheFirstFragments() {
        Packet last = rig.packet(fragment(1, 8, 8, false));
        last.checksum = Packet.CHECKSUM_VERIFIED;
        assertNull(rig.v4.add(last, 0));
        Packet first = rig.packet(fragment(1, 0, 8, true));
        long id = first.id;
        Packet whole = rig.v4.add(first, 0);
        assertEquals(id, whole.id);
        assertEquals(Packet.HEADROOM, whole.head);
        rig.assertWhole(16, whole);
    }

    @Test // row 25: FragmentSmack; the oldest of the source goes, others keep theirs
    void oneSourceHoldsAPart() {
        rig = new Rig(40 * 4352);
        assertNull(rig.in(fragment("10.0.1.9", 1, 0, 0, 8, true)));
        for (int id = 0; id < 65_536; id++) {
            assertNull(rig.in(fragment(id, 8, 8, false)));
            assertTrue(rig.v4.held() <= 21 * 4352);
        }
        assertEquals(List.of("ip.reasmSourceMemory"), List.copyOf(rig.dropped().keySet()));
        rig.assertWhole(16, rig.in(fragment("10.0.1.9", 1, 0, 8, 8, false)));
        rig.assertWhole(16, rig.in(fragment(65_535, 0, 8, true)));
        assertNull(rig.in(fragment(0, 0, 8, true)), "the oldest went");
    }

    @Test // many sources together are held to the total, again the oldest first
    void totalMemory() {
        rig = new Rig(40 * 4352);
        for (int i = 0; i < 5000; i++) {
            assertNull(rig.in(fragment("10.9." + i / 250 + "." + i % 250, 1, 0, 0, 8, true)));
            assertTrue(rig.v4.held() <= 40 * 4352);
        }
        assertEquals(List.of("ip.reasmMemory"), List.copyOf(rig.dropped().keySet()));
        rig.assertWhole(16, rig.in(fragment("10.9.19.249", 1, 0, 8, 8, false)));
    }

    @Test // a packet that is larger than its source may hold goes itself
    void largerThanItsSourceMayHold() {
        rig = new Rig(40 * 4352);
        for (int i = 0; i < 100; i++) {
            assertNull(rig.in(fragment(1, 8 * i, 8, true)));
            assertTrue(rig.v4.held() <= 20 * 4352);
        }
        assertEquals(List.of("ip.reasmSourceMemory"), List.copyOf(rig.dropped().keySet()));
    }

    @Test // row 25: more pieces than the least MTU makes
    void tooManyPieces() {
        rig = new Rig(64 << 20);
        for (int i = 0; i <= 1365; i++) {
            assertNull(rig.in(fragment(1, 8 * i, 8, true)));
        }
        assertEquals(Map.of("ip.reasmTooMany", 1366L), rig.dropped());
        rig.assertAtRest();
    }

    @Test
    void closeGivesAllBack() {
        assertNull(rig.in(fragment(1, 0, 8, true)));
        assertNull(rig.in(fragment6(1, 0, 8, true)));
        rig.v4.close();
        rig.v6.close();
        assertEquals(Map.of("ip.reasmClosed", 1L, "ip6.reasmClosed", 1L), rig.dropped());
        rig.assertAtRest();
        assertNull(rig.in(fragment(1, 0, 8, true)));
        Packet whole = rig.in(fragment(1, 8, 8, false));
        assertNotNull(whole, "and it goes on");
        whole.release();
    }
}
