package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.Ipv4;

/** RFC 5227. */
class AddressConflictTest {
    private static final String ME = "10.0.0.1";
    private static final String PROBE = "to all: who has 10.0.0.1 tell 0.0.0.0";
    private static final String ANNOUNCEMENT = "to all: who has 10.0.0.1 tell 10.0.0.1";
    private static final LinkSettings TRY = new LinkSettings(0, true, false);

    /** Runs for some seconds and tells at which tenth of a second what was sent. */
    private static List<Long> times(Station station, int seconds, String expected) {
        List<Long> times = new ArrayList<>();
        for (long end = station.time.now() + seconds * Station.SECOND; station.time.now() < end;) {
            station.time.runUntil(station.time.now() + Station.SECOND / 1000);
            for (String frame : station.out()) {
                assertEquals(expected, frame);
                times.add(station.time.now());
            }
        }
        return times;
    }

    @Test // §2.1.1: three probes after up to a second, one to two seconds apart; §2.3: two announcements, two apart
    void addressIsTriedAndThenAnnounced() {
        Station station = new Station(TRY);
        assertFalse(station.send(1, "10.0.0.2"));
        assertFalse(station.link.broadcast(station.packet(1, 100)));
        assertEquals(2, station.count("txAddressUntried"));
        station.arp(ArpPacket.REQUEST, 5, "10.0.0.5", ME);
        assertEquals(List.of(), station.out(), "not answered for while it is tried");
        List<Long> probes = new ArrayList<>();
        while (probes.size() < 3) {
            probes.addAll(times(station, 1, PROBE));
            assertTrue(station.time.now() <= 6 * Station.SECOND);
        }
        assertTrue(probes.get(0) <= Station.SECOND + 1_000_000);
        for (int i = 1; i < 3; i++) {
            long apart = probes.get(i) - probes.get(i - 1);
            assertTrue(apart >= Station.SECOND - 1_000_000 && apart <= 2 * Station.SECOND + 1_000_000, "" + apart);
        }
        List<Long> announcements = times(station, 6, ANNOUNCEMENT);
        assertEquals(2, announcements.size());
        assertEquals(2 * Station.SECOND, announcements.get(0) - probes.get(2), 1_000_000);
        assertEquals(2 * Station.SECOND, announcements.get(1) - announcements.get(0), 1_000_000);
        assertTrue(station.send(2, "10.0.0.2"));
        station.arp(ArpPacket.REQUEST, 5, "10.0.0.5", ME);
        assertTrue(station.out().contains("to 5: 10.0.0.1 is at 1"));
        station.close();
    }

    @Test // §2.1.1
    void addressThatSomebodyHasIsNotUsed() {
        Station station = new Station(TRY);
        station.time.runUntil(Station.SECOND);
        station.arp(ArpPacket.REPLY, 6, ME, ME);
        assertEquals(List.of("conflict n:eth0: 02:00:00:00:00:06 has the address 10.0.0.1 already;"
                + " n:eth0 does not use it"), station.journal);
        station.out();
        station.after(20);
        assertEquals(List.of(), station.out());
        assertFalse(station.send(1, "10.0.0.2"));
        station.arp(ArpPacket.REQUEST, 5, "10.0.0.5", ME);
        assertEquals(List.of(), station.out());
        station.link.address(Ipv4.parse("10.0.0.9"));
        station.after(10);
        assertTrue(station.send(1, "10.0.0.2"), "another address, another try");
        station.close();
    }

    @Test // §2.1.1: two that try the same address at the same time
    void somebodyElsesProbeIsAConflictWhileTrying() {
        Station station = new Station(TRY);
        station.arp(ArpPacket.REQUEST, 6, "0.0.0.0", "10.0.0.8");
        assertEquals(List.of(), station.journal, "another address");
        station.arp(ArpPacket.REQUEST, 6, "0.0.0.0", ME);
        assertEquals(1, station.journal.size());
        assertEquals(1, station.count("arpInConflict"));
        station.close();
    }

    @Test // §2.4 (c): one announcement per ten seconds, however often the other claims the address
    void addressIsDefendedOncePerInterval() {
        Station station = new Station();
        for (int second = 0; second < 25; second++) {
            station.arp(second % 2 == 0 ? ArpPacket.REQUEST : ArpPacket.REPLY, 6, ME, "10.0.0.77");
            List<String> expected = second % 10 == 0 ? List.of(ANNOUNCEMENT) : List.of();
            assertEquals(expected, station.out(), "second " + second);
            station.after(1);
        }
        assertEquals(25, station.count("arpInConflict"));
        assertEquals(3, station.count("arpOutAnnouncements"));
        assertEquals(3, station.journal.size());
        assertEquals("conflict n:eth0: 02:00:00:00:00:06 uses the address 10.0.0.1 of n:eth0, which defends it",
                station.journal.getFirst());
        assertTrue(station.send(1, "10.0.0.2"), "and goes on with it");
        station.close();
    }

    @Test // §2.3, when asked for; by default a link is silent at its start
    void addressIsAnnouncedWhenAskedFor() {
        Station station = new Station(new LinkSettings(0, false, true));
        assertEquals(List.of(1_000_000L, 2 * Station.SECOND), times(station, 10, ANNOUNCEMENT));
        assertTrue(station.send(1, "10.0.0.2"), "at once");
        station.close();
        Station silent = new Station();
        assertEquals(List.of(), times(silent, 10, ""));
        silent.close();
    }
}
