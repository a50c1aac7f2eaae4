package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/** IEEE 802.1Q on a host; B12: the tag is pushed and pulled, the payload stays where it is. */
class VlanTest {
    private static final int MARK = 7;
    private final Station station = new Station();
    private final Link ten = station.link.beside(LinkSettings.vlan(10));

    VlanTest() {
        ten.client(station.client("ten "));
        ten.address(Ipv4.parse("10.0.10.1"));
    }

    @AfterEach
    void close() {
        ten.close();
        station.close();
    }

    /** A frame for us with a tag. */
    private void tagged(int tci, int etherType, byte[] payload) {
        byte[] inner = new byte[4 + payload.length];
        Bytes.u16(inner, 0, tci);
        Bytes.u16(inner, 2, etherType);
        System.arraycopy(payload, 0, inner, 4, payload.length);
        station.frame(Station.MAC, Mac.local(2), EtherType.VLAN, inner);
    }

    private static byte[] payload() {
        byte[] payload = new byte[46];
        payload[0] = MARK;
        return payload;
    }

    @Test // IEEE 802.1Q §9.6: TPID 8100, then priority 0, DEI 0, VID 10
    void framesLeaveWithTheTag() {
        ten.broadcast(station.packet(MARK, 3));
        String frame = station.raw();
        assertTrue(frame.startsWith("ffffffffffff" + "020000000001" + "8100" + "000a" + "0800" + "07"), frame);
        assertEquals(120, frame.length(), "padded to 60 bytes");
    }

    @Test
    void b12HeadersArePushedInFrontAndThePayloadStaysWhereItIs() {
        Packet packet = station.packet(MARK, 100);
        byte[] buffer = packet.bytes;
        int payload = packet.head;
        ten.broadcast(packet);
        assertSame(buffer, station.nic.buffer);
        assertEquals(payload - 14 - 4, station.nic.head);
        assertEquals(MARK, buffer[payload]);
        packet = station.packet(MARK, 100);
        buffer = packet.bytes;
        station.link.broadcast(packet);
        assertSame(buffer, station.nic.buffer);
        assertEquals(payload - 14, station.nic.head);
    }

    @Test
    void arpIsTaggedToo() {
        ten.send(station.packet(1, 100), Ipv4.parse("10.0.10.2"));
        assertTrue(station.raw().startsWith("ffffffffffff" + "020000000001" + "8100" + "000a" + "0806" + "0001"));
        byte[] arp = new byte[46];
        new ArpPacket(arp, 0).write(ArpPacket.REPLY, Mac.local(2), Ipv4.parse("10.0.10.2"), Station.MAC,
                Ipv4.parse("10.0.10.1"));
        tagged(10, EtherType.ARP, arp);
        assertTrue(station.raw().startsWith("020000000002" + "020000000001" + "8100" + "000a" + "0800"));
    }

    @Test
    void framesGoToTheLinkOfTheirVlan() {
        tagged(0x600A, EtherType.IPV4, payload()); // priority 3
        tagged(0, EtherType.IPV4, payload());
        tagged(0xE000, EtherType.IPV4, payload()); // a priority only
        station.frame(Station.MAC, Mac.local(2), EtherType.IPV4, payload());
        assertEquals(List.of("ten packet 7 of 46", "packet 7 of 46", "packet 7 of 46", "packet 7 of 46"), station.up);
        tagged(11, EtherType.IPV4, payload());
        tagged(4095, EtherType.IPV4, payload());
        assertEquals(2, station.count("rxVlanUnknown"));
    }

    @Test
    void untaggedFramesAreNotForAnInterfaceThatHasOnlyVlans() {
        Station only = new Station(LinkSettings.vlan(20));
        assertEquals("eth0.20", only.link.name());
        only.frame(Station.MAC, Mac.local(2), EtherType.IPV4, payload());
        assertEquals(1, only.count("rxVlanUnknown"));
        assertEquals(List.of(), only.up);
        only.close();
    }

    @Test // hostile input 1
    void framesThatEndWithinTheTag() {
        for (int length = 0; length < 4; length++) {
            station.frame(Station.MAC, Mac.local(2), EtherType.VLAN, new byte[length]);
        }
        assertEquals(4, station.count("rxTruncated"));
        tagged(10, EtherType.VLAN, new byte[46]);
        assertEquals(1, station.counters.value("eth0.10.rxUnknownType"), "a tag within the tag");
    }

    @Test
    void eachVlanHasItsOwnNeighboursAndMtu() {
        station.send(1, "10.0.0.2");
        station.reply(2, "10.0.0.2");
        assertEquals(1, station.link.neighbours().size());
        assertEquals(0, ten.neighbours().size());
        assertEquals(1500, ten.mtu(), "the tag does not count: IEEE 802.3 clause 3 allows 4 bytes more");
        Packet full = station.packet(1, 1500);
        ten.broadcast(full);
        assertEquals(1518, station.nic.sent.removeLast().length);
    }

    @Test
    void oneLinkForOneVlan() {
        assertThrows(IllegalArgumentException.class, () -> station.link.beside(LinkSettings.vlan(10)));
        assertThrows(IllegalArgumentException.class, () -> ten.beside(LinkSettings.DEFAULT));
        assertThrows(IllegalArgumentException.class, () -> LinkSettings.vlan(4095));
    }
}
