package org.wirelathe.nic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** Checksums, segmentation and merging over IPv6 in card and driver (B13). */
class Ipv6OffloadTest {
    private static final int ACK = TcpHeader.ACK;
    private static final int PSH = TcpHeader.PSH;
    private static final long NET = 0x2001_0DB8_0000_0000L;
    private static final int IP = 14;
    private static final int TCP = IP + 40;
    private static final int HEADERS = TCP + 20;

    private final Bench bench = new Bench().offloads(Offloads.ALL);
    private int trafficClass;
    private int flowLabel = 0x12345;
    private int hopLimit = 64;
    /** Bytes of destination options before the TCP header. */
    private int options;

    @AfterEach
    void everythingComesBack() {
        assertEquals(0, bench.close());
    }

    /** A segment of the stream from {@code from}, with a complete checksum. */
    private Packet tcp(int from, int length, int flags) {
        Packet packet = bench.pool.takeFor(HEADERS + options + length);
        int at = packet.put(HEADERS + options + length);
        byte[] bytes = packet.bytes;
        new EthernetHeader(bytes, at).write(0x0200_0000_0001L, 0x0200_0000_0002L, EtherType.IPV6);
        new Ipv6Header(bytes, at + IP).write(trafficClass, flowLabel, 20 + options + length,
                options > 0 ? Protocol.DEST_OPTIONS : Protocol.TCP, hopLimit, NET, 1, NET, 2);
        for (int i = 0; i < options; i += 8) { // PadN of 4 in each
            Bytes.i64(bytes, at + TCP + i, (i + 8 < options ? 0x3CL : 0x06L) << 56 | 0x0104L << 32);
        }
        for (int i = 0; i < length; i++) {
            bytes[at + HEADERS + options + i] = (byte) ((from + i) * 31 >>> 3);
        }
        TcpHeader tcp = new TcpHeader(bytes, at + TCP + options);
        tcp.write(5001, 49152, from - 1, 77, 20, flags, 1000);
        tcp.seal(NET, 1, NET, 2, packet.tail);
        return packet;
    }

    private Packet partial(int from, int length, int flags, int segmentSize) {
        Packet packet = tcp(from, length, flags);
        new TcpHeader(packet.bytes, packet.head + TCP + options).sealPartially(NET, 1, NET, 2, packet.tail);
        packet.checksum = Packet.CHECKSUM_PARTIAL;
        packet.segmentSize = segmentSize;
        return packet;
    }

    private static byte[] copy(Packet packet) {
        byte[] bytes = Arrays.copyOfRange(packet.bytes, packet.head, packet.tail);
        packet.release();
        return bytes;
    }

    private Packet of(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        Packet packet = bench.pool.take();
        System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
        return packet;
    }

    @Test // B13: 2001 + 0db8 + 1 + 2001 + 0db8 + 2 + 11 + a = 5b90; + 1 + 2 + a + abcd = 1076a, complemented f894
    void b13UdpChecksumByHand() {
        bench.build();
        String ip = "020000000002 020000000001 86dd 60000000 000a 11 40"
                + "20010db8000000000000000000000001 20010db8000000000000000000000002";
        Packet packet = of(ip + "0001 0002 000a 5b90 abcd");
        packet.checksum = Packet.CHECKSUM_PARTIAL;
        bench.nic.send(packet);
        assertEquals(0xF894, Bytes.u16(bench.line.frames.getFirst(), IP + 46));
        bench.line.card.received(of(ip + "0001 0002 000a f894 abcd"));
        bench.line.card.received(of(ip + "0001 0002 000a f895 abcd"));
        bench.line.card.received(of(ip + "0001 0002 000a 0000 abcd"));
        assertEquals(List.of(Packet.CHECKSUM_VERIFIED, Packet.CHECKSUM_NONE, Packet.CHECKSUM_NONE),
                bench.up.stream().map(one -> one.checksum).toList());
    }

    @Test // B13: behind a VLAN tag and behind options, too; not in a fragment
    void b13CardCompletesAndVerifies() {
        bench.offloads(new Offloads(true, true, false, false)).build();
        for (int length : new int[] {0, 8, 24}) {
            options = length;
            byte[] whole = copy(tcp(0, 1001, ACK));
            bench.nic.send(partial(0, 1001, ACK, 0));
            assertArrayEquals(whole, bench.line.frames.getLast());
            Packet tagged = partial(0, 1001, ACK, 0);
            int at = tagged.push(4);
            System.arraycopy(tagged.bytes, at + 4, tagged.bytes, at, 12);
            Bytes.i32(tagged.bytes, at + 12, 0x8100_0005);
            bench.nic.send(tagged);
            assertArrayEquals(Arrays.copyOfRange(whole, IP, whole.length),
                    Arrays.copyOfRange(bench.line.frames.getLast(), IP + 4, whole.length + 4));
            bench.line.card.received(tcp(0, 1001, ACK));
            assertEquals(Packet.CHECKSUM_VERIFIED, bench.up.getLast().checksum);
            Packet bad = tcp(0, 1001, ACK);
            bad.bytes[bad.head + IP + 23]++;
            bench.line.card.received(bad);
            assertEquals(Packet.CHECKSUM_NONE, bench.up.getLast().checksum, "another source address");
        }
        options = 8;
        Packet fragment = tcp(0, 1001, ACK);
        fragment.bytes[fragment.head + IP + 6] = Protocol.FRAGMENT;
        bench.line.card.received(fragment);
        assertEquals(Packet.CHECKSUM_NONE, bench.up.getLast().checksum);
        Packet other = partial(0, 10, ACK, 0);
        other.bytes[other.head + IP + 6] = Protocol.ROUTING;
        bench.nic.send(other);
        assertEquals(1, bench.count("txBadOffload"));
    }

    @Test // B13: what one interrupt brings is put together; cutting it gives back the same frames
    void b13FollowingSegmentsAreMergedAndCutAgain() {
        bench.coalescing(100, 1_000_000).build();
        byte[][] frames = new byte[4][];
        for (int i = 0; i < 4; i++) {
            frames[i] = copy(tcp(1000 * i, i == 3 ? 300 : 1000, i == 3 ? ACK | PSH : ACK));
            bench.line.card.received(tcp(1000 * i, i == 3 ? 300 : 1000, i == 3 ? ACK | PSH : ACK));
        }
        bench.time.runUntil(1_000_000);
        assertEquals(1, bench.up.size());
        Packet merged = bench.up.removeFirst();
        assertEquals(1000, merged.segmentSize);
        assertEquals(HEADERS + 3300, merged.length());
        assertEquals(3320, new Ipv6Header(merged.bytes, merged.head + IP).payloadLength());
        assertEquals(ACK | PSH, new TcpHeader(merged.bytes, merged.head + TCP).flags());
        bench.nic.send(merged);
        assertEquals(4, bench.count("txTsoSegments"));
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(frames[i], bench.line.frames.get(i), "frame " + i);
        }
    }

    @Test // B13: Linux's ipv6_gro_receive: one flow label, hop limit and traffic class, and no extension headers
    void b13WhatDoesNotBelongTogetherIsNotMerged() {
        bench.coalescing(100, 1_000_000).build();
        assertEquals(1, packetsOf(() -> { }));
        assertEquals(2, packetsOf(() -> flowLabel = 0x12346));
        assertEquals(2, packetsOf(() -> flowLabel = 0));
        assertEquals(2, packetsOf(() -> hopLimit = 63));
        assertEquals(2, packetsOf(() -> trafficClass = 3));
        assertEquals(2, packetsOf(() -> options = 8));
        options = 8;
        assertEquals(2, packetsOf(() -> { }));
        assertEquals(1, bench.count("rxGroMerged"));
    }

    /** How many packets go up when a segment comes, something changes, and the segment behind it comes. */
    private int packetsOf(Runnable change) {
        int before = bench.up.size();
        bench.line.card.received(tcp(0, 1000, ACK));
        change.run();
        bench.line.card.received(tcp(1000, 1000, ACK));
        bench.time.runUntil(bench.time.now() + 2_000_000);
        flowLabel = 0x12345;
        hopLimit = 64;
        trafficClass = 0;
        options = 0;
        return bench.up.size() - before;
    }

    @Test // B13: a packet with extension headers cannot be cut
    void b13NoSegmentationBehindExtensionHeaders() {
        bench.build();
        options = 8;
        bench.nic.send(partial(0, 4000, ACK, 1000));
        assertEquals(1, bench.count("txBadOffload"));
        assertTrue(bench.line.frames.isEmpty());
    }

    @Test // B13: IPv4 and IPv6 of the same ports are two flows
    void b13FamiliesAreNotMixed() {
        bench.coalescing(100, 1_000_000).build();
        for (int i = 0; i < 3; i++) {
            bench.line.card.received(tcp(1000 * i, 1000, ACK));
            bench.line.card.received(bench.frames.tcp(1000 * i, 1000, ACK));
        }
        bench.time.runUntil(1_000_000);
        assertEquals(List.of(HEADERS + 3000, Frames.HEADERS + 3000),
                bench.up.stream().map(Packet::length).toList());
    }

    @Test // hostile inputs 3, 28 and 42: mutated and cut frames through the whole card, in both directions
    void hostileFrames() {
        bench.coalescing(8, 10_000).build();
        Random random = new Random(42);
        for (int round = 0; round < 20_000; round++) {
            options = 8 * random.nextInt(3);
            Packet packet = random.nextBoolean() ? tcp(100 * round, 100, ACK) : partial(0, 300, ACK, 100);
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                packet.bytes[packet.head + 12 + random.nextInt(packet.length() - 12)] =
                        (byte) (random.nextBoolean() ? random.nextInt() : 60);
            }
            if (random.nextInt(4) == 0) {
                packet.trim(random.nextInt(packet.length()));
            }
            if (packet.checksum == Packet.CHECKSUM_PARTIAL) {
                bench.nic.send(packet);
            } else {
                bench.line.card.received(packet);
            }
            bench.time.runUntil(1000L * round);
        }
        assertTrue(bench.count("rxGroMerged") > 0 && bench.count("txBadOffload") > 0);
    }
}
