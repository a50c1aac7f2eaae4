package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.Mac;
import org.wirelathe.wire.Ipv4;

class EthernetLinkTest {
    private static final String ME = "02:00:00:00:00:01";
    private static final String BOB = "02:00:00:00:00:02";
    private static final String ALL = "ff:ff:ff:ff:ff:ff";

    private final Station station = new Station();

    @AfterEach
    void close() {
        station.close();
    }

    private void knowBob() {
        station.send(0, "10.0.0.2");
        station.reply(2, "10.0.0.2");
        station.out();
    }

    @Test // RFC 894; IEEE 802.3 §3.2.8; the padding is zeros, whatever the buffer held before
    void frameOnTheWireIsPaddedWithZeros() {
        knowBob();
        Packet dirty = station.pool.take();
        Arrays.fill(dirty.bytes, (byte) 0x77);
        dirty.release();
        Packet packet = station.pool.take();
        packet.put(3);
        station.link.send(packet, Ipv4.parse("10.0.0.2"));
        assertEquals("020000000002" + "020000000001" + "0800" + "777777" + "00".repeat(43), station.raw());
    }

    @Test
    void frameOfSixtyBytesAndMoreIsNotPadded() {
        knowBob();
        for (int length : new int[] {45, 46, 47, 1500}) {
            station.link.send(station.packet(1, length), Ipv4.parse("10.0.0.2"));
            assertEquals(Math.max(60, 14 + length), station.nic.sent.removeLast().length);
        }
    }

    @Test
    void broadcastGoesToAll() {
        assertTrue(station.link.broadcast(station.packet(1, 100)));
        assertEquals(List.of("to all: packet 1"), station.out());
    }

    @Test
    void packetsForUsAndForAllGoUp() {
        byte[] payload = new byte[46];
        payload[0] = 9;
        station.frame(ME, BOB, EtherType.IPV4, payload);
        station.frame(ALL, BOB, EtherType.IPV4, payload);
        station.frame(ME, BOB, EtherType.IPV6, payload);
        station.frame(ALL, BOB, EtherType.IPV6, payload);
        assertEquals(List.of("packet 9 of 46", "broadcast 9 of 46", "v6 packet 9 of 46", "v6 group 9 of 46"),
                station.up);
    }

    @Test // RFC 2464 §7
    void ipv6GroupsAreTakenWhileJoinedAndPacketsGoWhereTheLayerAboveSays() {
        String group = "33:33:ff:00:00:01";
        station.frame(group, BOB, EtherType.IPV6, new byte[46]);
        station.link.joinStations(Mac.parse(group));
        station.frame(group, BOB, EtherType.IPV6, new byte[46]);
        station.link.leaveStations(Mac.parse(group));
        station.frame(group, BOB, EtherType.IPV6, new byte[46]);
        assertEquals(List.of("v6 group 0 of 46"), station.up);
        assertEquals(2, station.count("rxNotJoined"));
        assertEquals(0, station.counters.drops(), "nobody wanted them");
        assertTrue(station.link.send6(station.packet(1, 100), Mac.parse(BOB)));
    }

    @Test
    void framesForOthersAndOfOtherKindsAreCounted() {
        station.frame("02:00:00:00:00:03", BOB, EtherType.IPV4, new byte[46]);
        station.frame("01:00:5e:00:00:01", BOB, EtherType.IPV4, new byte[46]);
        assertEquals(1, station.count("rxOtherHost"));
        assertEquals(1, station.count("rxNotJoined"));
        station.frame(ME, BOB, 0x88CC, new byte[46]); // LLDP
        station.frame(ME, BOB, 0x0600, new byte[46]); // the least EtherType: IEEE 802.3 §3.2.6
        assertEquals(2, station.count("rxUnknownType"));
        station.frame(ME, BOB, 46, new byte[46]); // a length: IEEE 802.3 with LLC
        station.frame(ME, BOB, 0x05FF, new byte[46]);
        assertEquals(2, station.count("rxLengthFrame"));
        station.frame(ME, ME, EtherType.IPV4, new byte[46]);
        assertEquals(1, station.count("rxOwnSource"));
        station.frame(ME, "01:00:00:00:00:02", EtherType.IPV4, new byte[46]);
        assertEquals(1, station.count("rxSourceInvalid"));
        assertEquals(List.of(), station.up);
    }

    @Test // hostile input 1
    void framesShorterThanTheirHeader() {
        for (int length = 0; length < 14; length++) {
            Packet frame = station.pool.take();
            frame.put(length);
            station.nic.link.received(frame);
        }
        assertEquals(14, station.count("rxTruncated"));
        station.frame(ME, BOB, EtherType.IPV4, new byte[0]);
        assertEquals(1, station.up.size(), "an empty payload is for the layer above to refuse");
    }

    @Test // B16
    void b16FullDeviceIsReported() {
        knowBob();
        station.nic.full = true;
        assertFalse(station.send(1, "10.0.0.2"));
        assertFalse(station.link.broadcast(station.packet(1, 100)));
        station.nic.full = false;
        assertTrue(station.send(1, "10.0.0.2"));
    }

    @Test
    void whatCannotBeSentIsCounted() {
        assertFalse(station.link.send(station.packet(1, 1501), Ipv4.parse("10.0.0.2")));
        assertFalse(station.link.broadcast(station.packet(1, 1501)));
        assertEquals(2, station.count("txTooBig"));
        assertFalse(station.send(1, "0.0.0.0"));
        assertEquals(1, station.count("txNoNextHop"));
        assertEquals(List.of(), station.out());
    }

    @Test // RFC 1112 §6.4
    void groupsAreJoinedAndLeft() {
        int group = Ipv4.parse("239.128.0.5");
        station.frame("01:00:5e:00:00:05", BOB, EtherType.IPV4, new byte[46]);
        assertEquals(List.of(), station.up);
        station.link.join(group);
        station.link.join(group);
        station.link.leave(group);
        station.frame("01:00:5e:00:00:05", BOB, EtherType.IPV4, new byte[46]);
        station.frame("01:00:5e:00:00:06", BOB, EtherType.IPV4, new byte[46]);
        assertEquals(List.of("broadcast 0 of 46"), station.up, "no error may be sent about it");
        station.link.leave(group);
        station.link.leave(group);
        station.frame("01:00:5e:00:00:05", BOB, EtherType.IPV4, new byte[46]);
        assertEquals(1, station.up.size());
    }

    @Test // RFC 1112 §6.4: no ARP for groups
    void packetsToGroupsGoToTheirAddresses() {
        assertTrue(station.send(1, "239.128.0.5"));
        assertTrue(station.raw().startsWith("01005e000005" + "020000000001" + "0800"));
    }

    @Test // B13: what the card is to cut into segments may be longer than a frame
    void jumboFramesAndPacketsToBeCut() {
        Station jumbo = new Station(LinkSettings.DEFAULT, 9000, Probes.OFF);
        assertTrue(jumbo.link.broadcast(big(jumbo, 9000)));
        assertEquals(9014, jumbo.nic.sent.removeLast().length);
        assertFalse(jumbo.link.broadcast(big(jumbo, 9001)));
        jumbo.close();
        knowBob();
        Packet large = big(station, 60_000);
        large.segmentSize = 1448;
        assertTrue(station.link.send(large, Ipv4.parse("10.0.0.2")));
        assertEquals(60_014, station.nic.sent.removeLast().length);
    }

    private static Packet big(Station station, int length) {
        Packet packet = station.pool.takeFor(length);
        packet.put(length);
        return packet;
    }

    @Test // 500,000 frames of random bytes and lengths, most of them addressed well
    void randomFramesBalance() {
        Random random = new Random(1);
        station.nic.keep = false;
        for (int i = 0; i < 500_000; i++) {
            Packet frame = station.pool.take(random.nextInt(Packet.HEADROOM));
            int at = frame.put(random.nextInt(100));
            for (int b = at; b < frame.tail; b += 8) {
                Bytes.i64(frame.bytes, b, random.nextLong());
            }
            if (random.nextInt(4) > 0) {
                Bytes.u48(frame.bytes, at, random.nextBoolean() ? Station.MAC : 0xFFFF_FFFF_FFFFL);
                Bytes.u8(frame.bytes, at + 6, 2);
            }
            if (random.nextInt(4) > 0) {
                Bytes.u16(frame.bytes, at + 12, EtherType.IPV4 + random.nextInt(8));
            }
            station.nic.link.received(frame);
        }
        assertEquals(500_000, station.up.size() + station.count("rxTruncated") + station.count("rxOtherHost")
                + station.count("rxNotJoined")
                + station.count("rxSourceInvalid") + station.count("rxUnknownType") + station.count("rxLengthFrame")
                + station.count("rxOwnSource") + station.count("rxVlanUnknown") + station.count("arpInPackets"));
        assertTrue(station.up.size() > 10_000);
    }
}
