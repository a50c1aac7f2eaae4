package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.node.Cpu;
import org.wirelathe.api.node.CpuCosts;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/**
 * One Ethernet link at 10.0.0.1, 02:00:00:00:00:01, that a test speaks with: frames are written as text, ARP packets in
 * the words that tcpdump prints. A packet from above is named by its first byte.
 */
final class Station {
    static final long SECOND = 1_000_000_000L;
    static final long MAC = Mac.local(1);

    final ManualTime time = new ManualTime();
    final PacketPool pool = new PacketPool();
    final TestCounters counters = new TestCounters();
    final FakeInterface nic = new FakeInterface("eth0", MAC);
    final List<String> up = new ArrayList<>();
    /** What the journal tells. */
    final List<String> journal = new ArrayList<>();
    final Link link;

    Station() {
        this(LinkSettings.DEFAULT);
    }

    Station(LinkSettings settings) {
        this(settings, 1500, Probes.OFF);
    }

    Station(LinkSettings settings, int mtu, Probes probes) {
        nic.mtu = mtu;
        NodeContext node = new NodeContext("n", 1, time, pool, counters,
                (kind, subject, detail) -> journal.add(kind + " " + subject + ": " + detail), probes,
                new Cpu(time, CpuCosts.NONE));
        link = new EthernetLayer().attach(node, nic.nic(), settings);
        link.address(Ipv4.parse("10.0.0.1"));
        link.client(client(""));
    }

    /** The layer above a link: notes what comes up behind a word. */
    LinkClient client(String word) {
        return new LinkClient() {
            @Override
            public void received(Packet packet, boolean broadcast) {
                String kind = broadcast ? "broadcast " : "packet ";
                up.add(word + kind + packet.bytes[packet.head] + " of " + packet.length());
                packet.release();
            }

            @Override
            public void received6(Packet packet, boolean group) {
                up.add(word + (group ? "v6 group " : "v6 packet ") + packet.bytes[packet.head] + " of "
                        + packet.length());
                packet.release();
            }

            @Override
            public void unresolved(Packet packet, int nextHop) {
                up.add(word + "unresolved " + packet.bytes[packet.head] + " to " + Ipv4.format(nextHop));
                packet.release();
            }
        };
    }

    Packet packet(int mark, int length) {
        Packet packet = pool.take();
        packet.bytes[packet.put(length)] = (byte) mark;
        return packet;
    }

    /** IP sends a packet of 100 bytes. */
    boolean send(int mark, String nextHop) {
        return link.send(packet(mark, 100), Ipv4.parse(nextHop));
    }

    /** IP sends a packet that comes from an address. */
    boolean sendFrom(String source, String nextHop) {
        Packet packet = packet(0x45, 100);
        Bytes.i32(packet.bytes, packet.head + 12, Ipv4.parse(source));
        return link.send(packet, Ipv4.parse(nextHop));
    }

    void frame(String destination, String source, int etherType, byte[] payload) {
        frame(Mac.parse(destination), Mac.parse(source), etherType, payload);
    }

    void frame(long destination, long source, int etherType, byte[] payload) {
        Packet frame = pool.take();
        int at = frame.put(EthernetHeader.LENGTH + payload.length);
        new EthernetHeader(frame.bytes, at).write(destination, source, etherType);
        System.arraycopy(payload, 0, frame.bytes, at + EthernetHeader.LENGTH, payload.length);
        nic.link.received(frame);
    }

    /** An ARP packet comes in, from the neighbour whose MAC address ends in {@code mac}, padded as on a wire. */
    void arp(int operation, int mac, String sender, String target) {
        byte[] payload = new byte[46];
        new ArpPacket(payload, 0).write(operation, Mac.local(mac), Ipv4.parse(sender), 0, Ipv4.parse(target));
        frame(Mac.BROADCAST, Mac.local(mac), EtherType.ARP, payload);
    }

    void reply(int mac, String sender) {
        arp(ArpPacket.REPLY, mac, sender, "10.0.0.1");
    }

    /** The frames sent since the last call, each in a few words. */
    List<String> out() {
        List<String> words = new ArrayList<>();
        for (byte[] frame : nic.sent) {
            EthernetHeader header = new EthernetHeader(frame, 0);
            String to = "to " + (header.destination() == Mac.BROADCAST ? "all" : header.destination() & 0xFF) + ": ";
            assertEquals(MAC, header.source());
            if (header.etherType() == EtherType.ARP) {
                ArpPacket arp = new ArpPacket(frame, EthernetHeader.LENGTH);
                assertEquals(MAC, arp.senderMac());
                assertEquals(60, frame.length, "padded");
                words.add(to + (arp.operation() == ArpPacket.REQUEST
                        ? "who has " + Ipv4.format(arp.targetAddress()) + " tell " + Ipv4.format(arp.senderAddress())
                        : Ipv4.format(arp.senderAddress()) + " is at " + (arp.senderMac() & 0xFF)));
            } else {
                assertEquals(EtherType.IPV4, header.etherType());
                words.add(to + "packet " + Bytes.u8(frame, EthernetHeader.LENGTH));
            }
        }
        nic.sent.clear();
        return words;
    }

    /** The last frame sent, in hexadecimal. */
    String raw() {
        return HexFormat.of().formatHex(nic.sent.removeLast());
    }

    void after(long seconds) {
        time.runUntil(time.now() + seconds * SECOND);
    }

    long count(String name) {
        return counters.value("eth0." + name);
    }

    /** At the end of a test: nothing may be left, and everything must have been counted. */
    void close() {
        counters.requireBalance(link.neighbours().stream().mapToInt(NeighbourRow::waiting).sum());
        link.close();
        assertEquals(0, pool.inUse(), "packets not back in the pool");
    }
}
