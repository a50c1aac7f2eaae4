package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/** Each frame in, and each packet to be sent, moves the counter of the way in and one of where it ended. */
class FrameAccountTest {
    private static final String BOB = "10.0.0.2";
    private static final Set<String> DONE_BESIDES = Set.of("arpOutRequests", "arpFailures", "arpOutAnnouncements");

    private final Station station = new Station();

    @AfterEach
    void close() {
        station.after(10);
        station.close();
    }

    /** Of all counters exactly these move, by one each; what the station asks or announces is no matter. */
    private void moves(Runnable what, String... names) {
        Map<String, Long> expected = station.counters.counted();
        for (String name : names) {
            expected.merge("eth0." + name, 1L, Long::sum);
        }
        what.run();
        Map<String, Long> seen = station.counters.counted();
        DONE_BESIDES.forEach(name -> {
            expected.remove("eth0." + name);
            seen.remove("eth0." + name);
        });
        assertEquals(expected, seen);
    }

    private void raw(int length, int etherType, int behind, String ends) {
        moves(() -> {
            Packet frame = station.pool.take();
            int at = frame.put(64);
            Bytes.u48(frame.bytes, at, Station.MAC);
            Bytes.u48(frame.bytes, at + 6, Mac.local(2));
            Bytes.u16(frame.bytes, at + 12, etherType);
            Bytes.u16(frame.bytes, at + 14, behind);
            frame.trim(length);
            station.nic.link.received(frame);
        }, "linkIn", ends);
    }

    private void frame(long destination, long source, int etherType, String ends) {
        moves(() -> station.frame(destination, source, etherType, new byte[46]), "linkIn", ends);
    }

    @Test // hostile inputs 1 and 3
    void framesIn() {
        for (int length = 0; length < 14; length++) {
            raw(length, EtherType.IPV4, 0, "rxTruncated");
        }
        raw(17, EtherType.VLAN, 0, "rxTruncated");
        raw(18, EtherType.VLAN, 10, "rxVlanUnknown");
        frame(Station.MAC, Mac.local(2), EtherType.IPV4, "linkDelivers");
        frame(Mac.BROADCAST, Mac.local(2), EtherType.IPV4, "linkDelivers");
        frame(Mac.local(3), Mac.local(2), EtherType.IPV4, "rxOtherHost");
        frame(Mac.ofGroup(Ipv4.parse("224.0.0.5")), Mac.local(2), EtherType.IPV4, "rxNotJoined");
        frame(Station.MAC, Mac.BROADCAST, EtherType.IPV4, "rxSourceInvalid");
        frame(Station.MAC, Station.MAC, EtherType.IPV4, "rxOwnSource");
        frame(Station.MAC, Mac.local(2), 46, "rxLengthFrame");
        frame(Station.MAC, Mac.local(2), 0x88CC, "rxUnknownType");
    }

    private void arp(int operation, int mac, String sender, String target, String ends) {
        moves(() -> station.arp(operation, mac, sender, target), "linkIn", "arpInPackets", ends);
    }

    private void changed(int at, int value, String ends) {
        byte[] payload = new byte[46];
        new ArpPacket(payload, 0).write(ArpPacket.REQUEST, Mac.local(2), Ipv4.parse(BOB), 0, Ipv4.parse("10.0.0.1"));
        Bytes.u8(payload, at, value);
        moves(() -> station.frame(Mac.BROADCAST, Mac.local(2), EtherType.ARP, payload), "linkIn", "arpInPackets", ends);
    }

    @Test // hostile input 30
    void arpIn() {
        arp(ArpPacket.REQUEST, 9, "10.0.0.9", "10.0.0.8", "arpInOthers");
        arp(ArpPacket.REPLY, 9, "10.0.0.9", "10.0.0.8", "arpInOthers");
        arp(ArpPacket.REPLY, 2, BOB, "10.0.0.1", "arpInUnsolicited");
        arp(ArpPacket.REQUEST, 2, BOB, "10.0.0.1", "arpOutReplies");
        arp(ArpPacket.REPLY, 2, BOB, "10.0.0.1", "arpInReplies");
        arp(ArpPacket.REQUEST, 6, "10.0.0.1", "10.0.0.1", "arpInConflict");
        arp(ArpPacket.REQUEST, 2, "224.0.0.1", "10.0.0.1", "arpInSender");
        changed(4, 0, "arpInVersion");
        changed(7, 9, "arpInOperation");
        moves(() -> station.frame(Mac.BROADCAST, Mac.local(2), EtherType.ARP, new byte[27]), "linkIn", "arpInPackets",
                "arpInTruncated");
    }

    @Test
    void packetsToBeSent() {
        moves(() -> station.link.broadcast(station.packet(1, 100)), "linkRequests", "linkTransmits");
        moves(() -> station.send(1, "224.0.0.5"), "linkRequests", "linkTransmits");
        moves(() -> station.send(1, "0.0.0.0"), "linkRequests", "txNoNextHop");
        moves(() -> station.link.send(station.packet(1, 1501), Ipv4.parse(BOB)), "linkRequests", "txTooBig");
        moves(() -> station.send(1, BOB), "linkRequests");              // it waits
        moves(() -> station.reply(2, BOB), "linkIn", "arpInPackets", "arpInReplies", "linkTransmits");
        moves(() -> station.send(1, BOB), "linkRequests", "linkTransmits");
        moves(() -> station.send(1, "10.0.0.3"), "linkRequests");
        moves(() -> station.after(4), "linkUnresolved");
    }

    @Test // RFC 1122 §2.3.2.2: the newest stays
    void tooMuchWaits() {
        int fits = Resolver.PENDING / PacketPool.CAPACITY;
        for (int i = 0; i < fits; i++) {
            moves(() -> station.send(1, BOB), "linkRequests");
        }
        moves(() -> station.send(1, BOB), "linkRequests", "arpPendingFull");
    }
}
