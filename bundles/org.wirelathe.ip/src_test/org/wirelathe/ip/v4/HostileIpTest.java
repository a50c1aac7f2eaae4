package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;

/** A million seeded frames, random and mutated, into a router of two interfaces: nothing throws, leaks or is lost. */
class HostileIpTest {
    private static final int FRAMES = 1_000_000;
    private static final int[] ADDRESSES = {0x0A000101, 0x0A000102, 0x0A000201, 0x0A0001FE, 0x0A0002FE, 0x0A0001FF,
        0xC0000201, -1, 0, 0x7F000001, 0xE0000001};

    private static final int[] OPTIONS = {0, 1, 7, 68, 131, 137, 148, 200};

    private final TestNode node = TestNode.router();
    private final Random random = new Random(14);

    private int address() {
        return ADDRESSES[random.nextInt(ADDRESSES.length)];
    }

    /** A good packet: of a protocol with a handler, without one, or an ICMP message that may quote another packet. */
    private void good(Packet packet, int depth) {
        int at = packet.tail;
        boolean icmp = random.nextBoolean();
        boolean quoting = icmp && depth == 0 && random.nextBoolean();
        packet.put(Ipv4Header.LEAST + (icmp ? IcmpMessage.HEADER : 0) + (quoting ? 0 : random.nextInt(100)));
        if (quoting) {
            good(packet, 1);
        }
        new Ipv4Header(packet.bytes, at).write(random.nextInt(256), packet.tail - at, 1,
                random.nextInt(4) == 0 ? random.nextInt(0x10000) : 0, random.nextInt(4),
                icmp ? Protocol.ICMP : 253 + random.nextInt(2), address(), address());
        if (quoting && random.nextBoolean()) { // as if this node had sent it
            Bytes.i32(packet.bytes, at + 28 + 12, Bytes.i32(packet.bytes, at + 16));
        }
        if (icmp) {
            int type = quoting ? 3 + random.nextInt(2) * 8 : random.nextInt(14);
            new IcmpMessage(packet.bytes, at + Ipv4Header.LEAST).write(type, random.nextInt(17), random.nextInt(4),
                    random.nextInt(), packet.tail);
        }
    }

    private Packet frame() {
        Packet packet = node.pool.take();
        if (random.nextInt(5) == 0) {
            int at = packet.put(random.nextInt(80));
            for (int i = at; i < packet.tail; i += 8) {
                Bytes.i64(packet.bytes, i, random.nextLong());
            }
            return packet;
        }
        good(packet, 0);
        boolean options = packet.length() > 48 && random.nextInt(8) == 0;
        if (options) { // what was data is options now
            int at = packet.head + Ipv4Header.LEAST;
            packet.bytes[packet.head] = (byte) (0x46 + random.nextInt(6));
            packet.bytes[at] = (byte) OPTIONS[random.nextInt(OPTIONS.length)];
            packet.bytes[at + 1] = (byte) random.nextInt(25);
            packet.bytes[at + 2] = (byte) random.nextInt(16);
            packet.bytes[at + 3] = (byte) random.nextInt(5);
        }
        for (int n = random.nextInt(6) - 2; n > 0; n--) {
            packet.bytes[packet.head + random.nextInt(packet.length())] = (byte) random.nextInt();
        }
        if (options || random.nextBoolean()) { // most checks lie behind the checksum
            int length = Math.min((packet.bytes[packet.head] & 15) * 4, packet.length());
            Bytes.u16(packet.bytes, packet.head + 10, 0);
            Bytes.u16(packet.bytes, packet.head + 10,
                    Checksum.finish(Checksum.sum(packet.bytes, packet.head, length)));
        }
        if (random.nextInt(10) == 0) {
            packet.trim(random.nextInt(packet.length() + 1));
        }
        return packet;
    }

    @Test
    void millionFramesBalance() {
        node.eth0.keep = false;
        node.eth1.keep = false;
        for (int identifier = 0; identifier < 3; identifier++) {
            node.ip.echoListener(identifier, node);
        }
        long unresolved = 0;
        for (int i = 0; i < FRAMES; i++) {
            FakeLink link = random.nextBoolean() ? node.eth0 : node.eth1;
            link.client.received(frame(), random.nextInt(8) == 0);
            if (i % 16 == 0) {
                Packet packet = node.pool.take();
                good(packet, 0);
                link.client.unresolved(packet, address());
                unresolved++;
            }
            if (i % 64 == 0) {
                node.time.runUntil(i * 1000L);
                node.up.clear();
            }
        }
        node.time.runUntil(Long.MAX_VALUE / 2);
        assertEquals(FRAMES + node.count("lo.rxPackets"), node.count("ip.inReceives"));
        assertEquals(unresolved, node.count("ip.unresolved"));
        for (String walked : new String[] {"ip.inDelivers", "ip.inForwDatagrams", "ip.inChecksum", "ip.inMartianSource",
            "ip.inMartianDestination", "ip.reasmReqds", "ip.inUnknownProtos", "ip.inOption", "ip.inSourceRoute",
            "ip.inTimeExceeded", "icmp.inRedirectRefused", "icmp.inEchos",
            "icmp.inEchoStray", "icmp.inReported", "icmp.inQuote", "icmp.inUnknownType", "icmp.outErrors"}) {
            assertTrue(node.count(walked) > 100, walked + " " + node.count(walked));
        }
        assertEquals(node.eth0.given + node.eth1.given, node.count("ip.outTransmits"));
        node.close();
    }
}
