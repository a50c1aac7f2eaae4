package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.Ipv4;

/** Several addresses on a link (RFC 826, RFC 5227), which has 10.0.0.1 already. */
class AddressesTest {
    private final Station station = new Station();

    private static int a(String address) {
        return Ipv4.parse(address);
    }

    @Test // RFC 826: "Am I the target protocol address?" of each
    void eachIsAnsweredFor() {
        station.link.address(a("10.7.0.1"));
        station.arp(ArpPacket.REQUEST, 5, "10.0.0.5", "10.0.0.1");
        station.arp(ArpPacket.REQUEST, 6, "10.7.0.5", "10.7.0.1");
        station.arp(ArpPacket.REQUEST, 7, "10.7.0.5", "10.7.0.2");
        assertEquals(List.of("to 5: 10.0.0.1 is at 1", "to 6: 10.7.0.1 is at 1"), station.out());
        station.close();
    }

    @Test // Linux: arp_announce 2; a station answers whom it knows for a neighbour
    void targetIsAskedByTheAddressNearestToIt() {
        station.link.address(a("10.7.0.1"));
        station.link.address(a("192.168.1.1"));
        station.send(1, "10.7.0.9");
        station.send(2, "192.168.1.77");
        station.send(3, "10.0.0.9");
        station.send(4, "172.16.0.9");
        assertEquals(List.of("to all: who has 10.7.0.9 tell 10.7.0.1", "to all: who has 192.168.1.77 tell 192.168.1.1",
                "to all: who has 10.0.0.9 tell 10.0.0.1", "to all: who has 172.16.0.9 tell 192.168.1.1"),
                station.out());
        station.close();
    }

    @Test
    void forgottenAddressIsNotAnsweredForAndNotAskedWith() {
        station.link.address(a("10.7.0.1"));
        station.link.forget(a("10.7.0.1"));
        station.link.forget(a("10.7.0.1"));
        station.arp(ArpPacket.REQUEST, 6, "10.7.0.5", "10.7.0.1");
        assertEquals(List.of(), station.out());
        station.send(1, "10.7.0.9");
        assertEquals(List.of("to all: who has 10.7.0.9 tell 10.0.0.1"), station.out());
        station.close();
    }

    @Test // RFC 5227 §2.4: another station claims one of them
    void eachIsDefended() {
        station.link.address(a("10.7.0.1"));
        station.arp(ArpPacket.REQUEST, 6, "10.7.0.1", "10.7.0.77");
        assertEquals(List.of("to all: who has 10.7.0.1 tell 10.7.0.1"), station.out());
        assertEquals(1, station.count("arpInConflict"));
        station.close();
    }

    @Test // RFC 5227 §2.1: the one is tried while the other is in use
    void addressThatIsTriedDoesNotHoldUpAnother() {
        Station trying = new Station(new LinkSettings(0, true, false));
        trying.after(10);
        trying.link.address(a("10.7.0.1"));
        trying.out();
        assertTrue(trying.send(1, "10.0.0.2"), "from no address of the link: by the one in use");
        assertEquals(List.of("to all: who has 10.0.0.2 tell 10.0.0.1"), trying.out());
        trying.arp(ArpPacket.REQUEST, 5, "10.7.0.5", "10.7.0.1");
        assertEquals(List.of(), trying.out());
        assertFalse(trying.sendFrom("10.7.0.1", "10.0.0.2"));
        assertEquals(1, trying.count("txAddressUntried"));
        assertTrue(trying.sendFrom("10.0.0.1", "10.0.0.2"));
        trying.after(10);
        assertTrue(trying.sendFrom("10.7.0.1", "10.0.0.2"));
        trying.close();
    }
}
