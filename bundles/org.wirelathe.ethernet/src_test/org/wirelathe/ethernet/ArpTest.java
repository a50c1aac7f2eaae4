package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.ArpPacket;

/** RFC 826, RFC 1122 §2.3.2, B17. */
class ArpTest {
    private static final String BOB = "10.0.0.2";
    private static final String CAROL = "10.0.0.3";
    private static final String WHO_HAS_BOB = "to all: who has 10.0.0.2 tell 10.0.0.1";

    private final Station station = new Station();

    @AfterEach
    void close() {
        station.close();
    }

    private void knowBob() {
        station.send(0, BOB);
        station.reply(2, BOB);
        station.out();
    }

    @Test
    void b17PacketWaitsForTheAnswer() {
        assertTrue(station.send(1, BOB));
        assertEquals(List.of(WHO_HAS_BOB), station.out());
        station.reply(2, BOB);
        assertEquals(List.of("to 2: packet 1"), station.out());
        station.send(2, BOB);
        assertEquals(List.of("to 2: packet 2"), station.out());
        assertEquals(List.of(), station.up);
    }

    @Test // RFC 826: hardware 1, protocol 0800, 6, 4, request; target hardware address unknown: zeros
    void requestOnTheWire() {
        station.send(1, BOB);
        assertEquals("ffffffffffff" + "020000000001" + "0806"
                + "0001" + "0800" + "06" + "04" + "0001" + "020000000001" + "0a000001" + "000000000000" + "0a000002"
                + "00".repeat(18), station.raw());
    }

    @Test
    void replyOnTheWireSwapsTheFields() {
        station.arp(ArpPacket.REQUEST, 2, BOB, "10.0.0.1");
        assertEquals("020000000002" + "020000000001" + "0806"
                + "0001" + "0800" + "06" + "04" + "0002" + "020000000001" + "0a000001" + "020000000002" + "0a000002"
                + "00".repeat(18), station.raw());
    }

    @Test
    void b17PacketsOfOneNeighbourKeepTheirOrder() {
        for (int mark = 1; mark <= 5; mark++) {
            station.send(mark, BOB);
            station.send(10 + mark, CAROL);
        }
        assertEquals(List.of(WHO_HAS_BOB, "to all: who has 10.0.0.3 tell 10.0.0.1"), station.out(), "asked once each");
        station.reply(3, CAROL);
        assertEquals(List.of("to 3: packet 11", "to 3: packet 12", "to 3: packet 13", "to 3: packet 14",
                "to 3: packet 15"), station.out());
        station.reply(2, BOB);
        assertEquals(5, station.out().size());
    }

    @Test // RFC 1122 §2.3.2.1: no more than a request a second to one destination
    void requestIsRepeatedOncePerSecondAndThenThePacketsGoUp() {
        station.send(1, BOB);
        station.send(2, BOB);
        station.time.runUntil(Station.SECOND - 1);
        assertEquals(List.of(WHO_HAS_BOB), station.out());
        station.time.runUntil(Station.SECOND);
        assertEquals(List.of(WHO_HAS_BOB), station.out());
        station.time.runUntil(3 * Station.SECOND - 1);
        assertEquals(List.of(WHO_HAS_BOB), station.out());
        assertEquals(List.of(), station.up);
        station.time.runUntil(3 * Station.SECOND);
        assertEquals(List.of(), station.out());
        assertEquals(List.of("unresolved 1 to 10.0.0.2", "unresolved 2 to 10.0.0.2"), station.up);
        assertEquals(1, station.count("arpFailures"));
        station.after(100);
        assertEquals(List.of(), station.out(), "nobody waits, nobody asks");
        station.send(3, BOB);
        assertEquals(List.of(WHO_HAS_BOB), station.out());
    }

    @Test
    void neighboursAreAskedEachAtItsOwnPace() {
        station.send(1, BOB);
        station.time.runUntil(Station.SECOND / 2);
        station.send(2, CAROL);
        station.out();
        List<String> asked = new ArrayList<>();
        for (int tenth = 6; tenth <= 40; tenth++) {
            station.time.runUntil(tenth * Station.SECOND / 10);
            for (String frame : station.out()) {
                asked.add(tenth + " " + frame.substring(16, 24));
            }
            if (tenth == 12) {
                station.reply(2, BOB);
                station.out();
            }
        }
        assertEquals(List.of("10 10.0.0.2", "15 10.0.0.3", "25 10.0.0.3"), asked);
        assertEquals(List.of("unresolved 2 to 10.0.0.3"), station.up);
    }

    @Test // RFC 1122 §2.3.2.2: at least the newest is kept
    void b17PendingQueueIsBoundedAndDropsTheOldest() {
        // Linux's unres_qlen_bytes, 212992, charged with whole buffers: 110 of 1920 bytes
        for (int mark = 0; mark < 116; mark++) {
            station.send(mark, BOB);
        }
        assertEquals(6, station.count("arpPendingFull"));
        station.out();
        station.reply(2, BOB);
        List<String> out = station.out();
        assertEquals(110, out.size());
        assertEquals("to 2: packet 6", out.getFirst());
        assertEquals("to 2: packet 115", out.getLast());
    }

    @Test // RFC 1122 §2.3.2.1 (2): asked by unicast, and used until it fails
    void addressIsGoodForAMinuteAndIsUsedWhileItIsAskedAgain() {
        knowBob();
        station.time.runUntil(60 * Station.SECOND - 1);
        station.send(1, BOB);
        assertEquals(List.of("to 2: packet 1"), station.out());
        station.time.runUntil(60 * Station.SECOND);
        station.send(2, BOB);
        station.send(3, BOB);
        assertEquals(List.of("to 2: who has 10.0.0.2 tell 10.0.0.1", "to 2: packet 2", "to 2: packet 3"),
                station.out());
        station.reply(9, BOB); // he has a new card
        station.send(4, BOB);
        assertEquals(List.of("to 9: packet 4"), station.out());
        station.after(10);
        assertEquals(List.of(), station.out());
    }

    @Test
    void addressThatIsNotConfirmedIsForgotten() {
        knowBob();
        station.time.runUntil(60 * Station.SECOND);
        station.send(1, BOB);
        station.time.runUntil(62 * Station.SECOND);
        station.send(2, BOB);
        station.out();
        station.time.runUntil(63 * Station.SECOND);
        station.send(3, BOB);
        assertEquals(List.of(WHO_HAS_BOB), station.out(), "back to broadcast, and the packet waits");
        assertEquals(List.of(), station.up, "no packet had waited before");
    }

    @Test // RFC 826: "update the sender hardware address field", whoever the target is
    void knownNeighbourIsUpdatedByWhateverItSays() {
        knowBob();
        station.arp(ArpPacket.REQUEST, 7, BOB, CAROL);
        station.send(1, BOB);
        assertEquals(List.of("to 7: packet 1"), station.out());
        station.arp(ArpPacket.REPLY, 8, BOB, BOB); // gratuitous
        station.send(2, BOB);
        assertEquals(List.of("to 8: packet 2"), station.out());
    }

    @Test // RFC 826: "Am I the target protocol address?"
    void strangerIsLearnedOnlyWhenItAsksForThisStation() {
        station.arp(ArpPacket.REQUEST, 3, CAROL, BOB);
        station.send(1, CAROL);
        assertEquals(List.of("to all: who has 10.0.0.3 tell 10.0.0.1"), station.out());
        station.arp(ArpPacket.REQUEST, 2, BOB, "10.0.0.1");
        station.send(2, BOB);
        assertEquals(List.of("to 2: 10.0.0.1 is at 1", "to 2: packet 2"), station.out(), "learned without asking");
    }

    @Test // RFC 5227 §2.1.1
    void probeIsAnsweredAndNotLearned() {
        station.arp(ArpPacket.REQUEST, 5, "0.0.0.0", "10.0.0.1");
        assertEquals(List.of("to 5: 10.0.0.1 is at 1"), station.out());
        assertEquals(0, station.counters.drops());
    }

    @Test
    void withoutAnAddressNobodyIsAnswered() {
        station.link.address(0);
        station.arp(ArpPacket.REQUEST, 5, "0.0.0.0", "0.0.0.0");
        assertEquals(List.of(), station.out());
    }

    /** The state of Bob's entry, its address and its age in seconds. */
    private String bob() {
        return station.link.neighbours().stream().map(row -> row.state() + " "
                + (row.mac() < 0 ? "unknown" : row.mac() & 0xFF) + " " + row.age() / Station.SECOND + " s, "
                + row.waiting() + " waiting").toList().toString();
    }

    @Test // the states of ip-neighbour(8)
    void statesOfANeighbour() {
        assertEquals("[]", bob());
        station.send(1, BOB);
        station.after(1);
        assertEquals("[INCOMPLETE unknown 1 s, 1 waiting]", bob());
        station.after(2);
        assertEquals("[FAILED unknown 3 s, 0 waiting]", bob());
        station.arp(ArpPacket.REQUEST, 2, BOB, CAROL);
        assertEquals("[FAILED unknown 3 s, 0 waiting]", bob(), "who failed is no longer in the table");
        station.send(2, BOB);
        assertEquals("[INCOMPLETE unknown 0 s, 1 waiting]", bob());
        station.reply(2, BOB);
        station.after(59);
        assertEquals("[REACHABLE 2 59 s, 0 waiting]", bob());
        station.after(1);
        assertEquals("[STALE 2 60 s, 0 waiting]", bob());
        station.send(3, BOB);
        assertEquals("[PROBE 2 60 s, 0 waiting]", bob());
        station.reply(2, BOB);
        assertEquals("[REACHABLE 2 0 s, 0 waiting]", bob());
    }

    @Test // RFC 1122 §2.3.2.1: whatever the layer above does with the packets that came back
    void b17WhoSendsAgainAtOnceDoesNotFloodTheLink() {
        int[] given = {0};
        station.link.client(new LinkClient() {
            @Override
            public void received(Packet packet, boolean broadcast) {
                packet.release();
            }

            @Override
            public void received6(Packet packet, boolean group) {
                packet.release();
            }

            @Override
            public void unresolved(Packet packet, int nextHop) {
                given[0]++;
                station.link.send(packet, nextHop);
            }
        });
        station.send(1, BOB);
        station.send(2, BOB);
        station.time.runUntil(30 * Station.SECOND);
        assertEquals(20, given[0], "two packets, ten times");
        assertEquals(31, station.out().size(), "at 0, 1, 2, and so on to 30 s");
    }

    @Test
    void closeReleasesWhatWaits() {
        Station closing = new Station();
        closing.send(1, BOB);
        closing.send(2, CAROL);
        closing.counters.requireBalance(2);
        closing.link.close();
        assertEquals(0, closing.pool.inUse());
        closing.out();
        closing.after(10);
        assertEquals(List.of(), closing.out());
    }
}
