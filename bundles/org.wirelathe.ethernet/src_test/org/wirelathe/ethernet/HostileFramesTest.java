package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.api.link.SwitchPort;
import org.wirelathe.api.link.SwitchSettings;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/** Hostile inputs 1, 3 and 30: a million seeded random frames into a link and into a switch. */
class HostileFramesTest {
    private static final int FRAMES = 1_000_000;
    private static final int[] TYPES = {EtherType.IPV4, EtherType.ARP, EtherType.VLAN, EtherType.LOOPBACK, 0x86DD, 46};

    private final Random random = new Random(42);

    /** Random bytes with addresses and types that lead on, most of the time. */
    private Packet frame(PacketPool pool, long[] macs) {
        Packet frame = pool.take(random.nextInt(8) == 0 ? random.nextInt(8) : Packet.HEADROOM);
        int at = frame.put(random.nextInt(8) == 0 ? random.nextInt(64) : 60);
        for (int b = at; b < frame.tail; b += 8) {
            Bytes.i64(frame.bytes, b, random.nextLong());
        }
        int kind = random.nextInt();
        if ((kind & 7) != 0) {
            Bytes.u48(frame.bytes, at, macs[(kind >>> 3 & 0xFF) % macs.length]);
        }
        if ((kind & 0x7000) != 0) {
            Bytes.u48(frame.bytes, at + 6, macs[1 + (kind >>> 16 & 0xFF) % (macs.length - 1)]);
        }
        if ((kind & 0x7000000) != 0) {
            Bytes.u16(frame.bytes, at + 12, TYPES[(kind >>> 27) % TYPES.length & 7]);
        }
        if (Bytes.u16(frame.bytes, at + 12) == EtherType.VLAN) {
            Bytes.u16(frame.bytes, at + 14, (kind & 0xE000) | (kind >>> 10 & 3) * 10);
            Bytes.u16(frame.bytes, at + 16, TYPES[(kind >>> 20 & 7) % TYPES.length]);
        }
        return frame;
    }

    @Test
    void millionFramesIntoALink() {
        Station station = new Station();
        station.nic.keep = false;
        Link ten = station.link.beside(LinkSettings.vlan(10));
        int[] up = {0};
        for (Link link : new Link[] {station.link, ten}) {
            link.address(Ipv4.parse("10.0.0.1"));
            link.join(Ipv4.parse("224.0.0.5"));
            link.client(new CountingClient(up));
        }
        long[] macs = {Station.MAC, Mac.BROADCAST, Mac.ofGroup(Ipv4.parse("224.0.0.5")), Mac.local(2), Mac.local(3)};
        for (int i = 0; i < FRAMES; i++) {
            Packet frame = frame(station.pool, macs);
            int arp = frame.head + 14;
            if (Bytes.u16(frame.bytes, arp - 2) == EtherType.ARP && random.nextInt(4) > 0 && frame.length() == 60) {
                new ArpPacket(frame.bytes, arp).write(1 + random.nextInt(2), Mac.local(random.nextInt(5)),
                        0x0A00_0000 + random.nextInt(5), 0, 0x0A00_0001);
            }
            station.nic.link.received(frame);
            if (i % 1000 == 0) {
                station.link.send(station.packet(1, 100), 0x0A00_0000 + random.nextInt(8));
                station.time.runUntil(station.time.now() + Station.SECOND / 10);
            }
        }
        long arp = station.count("arpInPackets") + station.counters.value("eth0.10.arpInPackets");
        long arpDrops = station.counters.dropsOf("arpIn");
        long groups = station.count("rxNotJoined") + station.counters.value("eth0.10.rxNotJoined");
        assertEquals(FRAMES, up[0] + arp + groups + station.counters.drops() - arpDrops
                - station.counters.dropsOf("arpPending"), "in = delivered + dropped");
        assertTrue(up[0] > FRAMES / 100 && arp > FRAMES / 100 && arpDrops < arp, up[0] + ", " + arp);
        assertTrue(station.link.neighbours().size() <= 8);
        ten.close();
        station.close();
    }

    @Test
    void millionFramesIntoASwitch() {
        Fabric fabric = new Fabric();
        SwitchSettings settings = new SwitchSettings(64, 10 * Fabric.SECOND, true, Fabric.SECOND,
                Map.of("eth0", SwitchPort.access(10), "eth1", new SwitchPort(10, Set.of(20, 30)), "eth2",
                        new SwitchPort(0, Set.of(10, 20))));
        fabric.bridge("sw", 4, settings);
        for (int i = 0; i < 4; i++) {
            fabric.station("h" + i, "sw:eth" + i);
            fabric.plugs.get("sw:eth" + i).sink = true;
        }
        long[] macs = new long[20];
        for (int i = 2; i < macs.length; i++) {
            macs[i] = Mac.local(i);
        }
        macs[0] = Mac.BROADCAST;
        macs[1] = LoopFrame.DESTINATION;
        for (int i = 0; i < FRAMES; i++) {
            Packet frame = frame(fabric.pool, macs);
            if (i % 16 == 0 && frame.length() == 60) {
                forge(frame);
            }
            fabric.plugs.get("sw:eth" + (i & 3)).receiver.received(frame);
            if (i % 1000 == 0) {
                fabric.run(Fabric.SECOND / 100);
            }
        }
        TestCounters counters = fabric.counters.get("sw");
        assertEquals(FRAMES, counters.value("eth0.switchIn") + counters.value("eth1.switchIn")
                + counters.value("eth2.switchIn") + counters.value("eth3.switchIn"));
        assertTrue(counters.value("eth1.switchOut") > FRAMES / 10);
        assertTrue(counters.value("switch.tableFull") > 0);
        assertTrue(counters.value("switch.rxLoopFrame") > 0, "some were loop frames, well made");
        assertEquals("[]", fabric.journal.stream().filter(event -> event.startsWith("loop")).toList().toString(),
                "nobody can forge a loop who does not know the secret");
        fabric.close();
    }

    /** A loop frame with a path that is whole, or nearly. */
    private void forge(Packet frame) {
        frame.tail = frame.head;
        new LoopFrame().write(frame, Mac.local(9), LoopFrame.PROBE, Mac.local(0x101 + random.nextInt(2)),
                random.nextLong(), 1, 0);
        Bytes.u8(frame.bytes, frame.head + 14 + 39, random.nextInt(20));
    }

    private record CountingClient(int[] up) implements LinkClient {
        @Override
        public void received(Packet packet, boolean broadcast) {
            up[0]++;
            packet.release();
        }

        @Override
        public void received6(Packet packet, boolean group) {
            received(packet, group);
        }

        @Override
        public void unresolved(Packet packet, int nextHop) {
            packet.release();
        }
    }
}
