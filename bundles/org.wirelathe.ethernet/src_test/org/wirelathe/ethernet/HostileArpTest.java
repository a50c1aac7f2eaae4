package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/** Hostile input 30: dropped and counted, the cache bounded, what was known still known. */
class HostileArpTest {
    private static final String ALL = "ff:ff:ff:ff:ff:ff";
    private static final String BOB = "10.0.0.2";

    private final Station station = new Station();

    @AfterEach
    void aFreshNeighbourStillWorks() {
        station.out();
        station.send(1, "10.99.0.77");
        station.reply(77, "10.99.0.77");
        List<String> out = station.out();
        assertEquals("to 77: packet 1", out.getLast());
        station.close();
    }

    /** A good request for this station, one byte changed. */
    private void changed(int at, int value) {
        byte[] payload = new byte[46];
        new ArpPacket(payload, 0).write(ArpPacket.REQUEST, Mac.local(2), Ipv4.parse(BOB), 0, Ipv4.parse("10.0.0.1"));
        Bytes.u8(payload, at, value);
        station.frame(ALL, "02:00:00:00:00:02", EtherType.ARP, payload);
    }

    @Test
    void wrongFormatsAndOperations() {
        changed(1, 6);
        changed(3, 6);
        changed(4, 0);
        changed(4, 255);
        changed(5, 16);
        assertEquals(5, station.count("arpInVersion"));
        changed(7, 0);
        changed(7, 9);
        assertEquals(2, station.count("arpInOperation"));
        for (int length = 0; length < 28; length++) {
            station.frame(ALL, "02:00:00:00:00:02", EtherType.ARP, new byte[length]);
        }
        assertEquals(28, station.count("arpInTruncated"));
        assertEquals(35, station.counters.drops());
        assertEquals(List.of(), station.out());
    }

    @Test // RFC 5227 §2.4: a conflict; not believed, not answered
    void senderClaimsOurAddress() {
        station.arp(ArpPacket.REQUEST, 6, "10.0.0.1", "10.0.0.1");
        station.arp(ArpPacket.REPLY, 6, "10.0.0.1", "10.0.0.1");
        assertEquals(2, station.count("arpInConflict"));
        assertEquals(List.of("to all: who has 10.0.0.1 tell 10.0.0.1"), station.out(), "announced, once");
    }

    @Test
    void senderThatIsNoStation() {
        changed(8, 0x03); // a group
        for (String sender : new String[] {"255.255.255.255", "224.0.0.1", "127.0.0.1", "240.0.0.1", "0.0.0.7"}) {
            station.arp(ArpPacket.REQUEST, 2, sender, "10.0.0.1");
        }
        byte[] payload = new byte[46];
        for (long sender : new long[] {0, Station.MAC}) {
            new ArpPacket(payload, 0).write(ArpPacket.REQUEST, sender, Ipv4.parse(BOB), 0, Ipv4.parse("10.0.0.1"));
            station.frame(ALL, "02:00:00:00:00:02", EtherType.ARP, payload);
        }
        assertEquals(8, station.count("arpInSender"));
        assertEquals(List.of(), station.out());
    }

    @Test // as Linux with arp_accept=0
    void answerThatNobodyAskedForTeachesNothing() {
        station.reply(2, BOB);
        assertEquals(1, station.count("arpInUnsolicited"));
        station.send(1, BOB);
        assertEquals(List.of("to all: who has 10.0.0.2 tell 10.0.0.1"), station.out());
        station.reply(2, BOB);
    }

    @Test
    void gratuitousStormChangesNothing() {
        for (int i = 0; i < 10_000; i++) {
            station.arp(ArpPacket.REQUEST, 9, "10.0.3." + i % 256, "10.0.3." + i % 256);
        }
        assertEquals(List.of(), station.out());
        assertEquals(0, station.pool.inUse());
    }

    @Test // a million senders ask for us: the cache stays bounded, and those we speak with stay in it
    void millionDistinctSenders() {
        station.send(1, BOB);
        station.reply(2, BOB);
        station.out();
        station.nic.keep = false;
        byte[] payload = new byte[46];
        ArpPacket arp = new ArpPacket(payload, 0);
        for (int i = 0; i < 1_000_000; i++) {
            arp.write(ArpPacket.REQUEST, Mac.local(0x10000 + i), 0x0B00_0000 + i, 0, Ipv4.parse("10.0.0.1"));
            station.frame(Mac.BROADCAST, Mac.local(2), EtherType.ARP, payload);
            if (i % 500 == 0) {
                station.send(1, BOB);
            }
        }
        station.nic.keep = true;
        station.send(5, BOB);
        assertEquals(List.of("to 2: packet 5"), station.out(), "still known");
        assertEquals(1_000_000, station.count("arpOutReplies"));
    }

    @Test
    void whoWasEvictedIsAskedAgain() {
        station.send(1, BOB);
        station.reply(2, BOB);
        station.send(2, BOB);
        for (int i = 0; i < 3 * NeighbourCache.LIMIT; i++) {
            station.arp(ArpPacket.REQUEST, 3, "10.1." + i / 250 + "." + (1 + i % 250), "10.0.0.1");
        }
        station.out();
        station.send(1, BOB);
        assertEquals(List.of("to all: who has 10.0.0.2 tell 10.0.0.1"), station.out());
        station.reply(2, BOB);
    }

    @Test
    void evictionCountsThePacketsThatWaited() {
        for (int i = 0; i < 2000; i++) {
            station.link.send(station.packet(1, 100), 0x0A01_0000 + i);
        }
        assertEquals(2000 - NeighbourCache.LIMIT, station.count("arpCacheFull"));
        assertEquals(NeighbourCache.LIMIT, station.pool.inUse());
        station.after(4);
        assertEquals(0, station.pool.inUse());
        assertEquals(NeighbourCache.LIMIT, station.up.size());
    }

    @Test // 500,000 frames: random, and good ones with a few bytes changed
    void randomAndMutatedFrames() {
        Random random = new Random(30);
        station.nic.keep = false;
        byte[] payload = new byte[60];
        long delivered = 0;
        long own = 0;
        for (int i = 0; i < 500_000; i++) {
            new ArpPacket(payload, 0).write(1 + random.nextInt(2), Mac.local(random.nextInt(5)),
                    0x0A00_0000 + random.nextInt(5), random.nextLong(), 0x0A00_0000 + random.nextInt(3));
            for (int n = random.nextInt(3); n > 0; n--) {
                payload[random.nextInt(28)] = (byte) random.nextInt();
            }
            int length = random.nextInt(8) == 0 ? random.nextInt(61) : 46;
            int type = random.nextInt(4) == 0 ? random.nextInt(0x10000) : EtherType.ARP;
            long source = Mac.local(random.nextInt(6));
            own += source == Station.MAC ? 1 : 0;
            boolean known = type == EtherType.IPV4 || type == EtherType.IPV6;
            delivered += known && source != Station.MAC ? 1 : 0;
            station.frame(random.nextBoolean() ? Mac.BROADCAST : Station.MAC, source, type,
                    Arrays.copyOf(payload, length));
            if (random.nextInt(50) == 0) {
                station.link.send(station.packet(1, 100), 0x0A00_0000 + random.nextInt(8));
                station.time.runUntil(station.time.now() + random.nextInt(1_000_000_000));
            }
        }
        station.nic.keep = true;
        assertEquals(delivered, station.up.stream().filter(entry -> !entry.startsWith("unresolved")).count());
        assertEquals(500_000, station.count("arpInPackets") + station.count("rxUnknownType")
                + station.count("rxLengthFrame") + station.count("rxTruncated") + station.count("rxVlanUnknown") + own
                + delivered);
    }
}
