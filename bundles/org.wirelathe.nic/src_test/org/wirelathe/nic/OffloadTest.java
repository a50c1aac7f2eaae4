package org.wirelathe.nic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** Checksums, segmentation and merging in card and driver (B13). */
class OffloadTest {
    private static final int ACK = TcpHeader.ACK;
    private static final int PSH = TcpHeader.PSH;

    private final Bench bench = new Bench().offloads(Offloads.ALL);

    @AfterEach
    void everythingComesBack() {
        assertEquals(0, bench.close());
    }

    private static byte[] copy(Packet packet) {
        byte[] bytes = Arrays.copyOfRange(packet.bytes, packet.head, packet.tail);
        packet.release();
        return bytes;
    }

    @Test // B13: by hand: source 1.2.3.4, destination 5.6.7.8, UDP 1 to 2, length 10, data 0xABCD
    void b13UdpChecksumByHand() {
        bench.build();
        byte[] frame = new byte[14 + 20 + 10];
        byte[] start = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0x45, 0, 0, 30, 0, 0, 0, 0, 64, 17, 0, 0, 1, 2, 3, 4,
            5, 6, 7, 8, 0, 1, 0, 2, 0, 10, 0, 0, (byte) 0xAB, (byte) 0xCD};
        System.arraycopy(start, 0, frame, 0, start.length);
        // Pseudo header: 0102 + 0304 + 0506 + 0708 + 0011 + 000A = 102F.
        Bytes.u16(frame, 40, 0x102F);
        Packet packet = bench.pool.take();
        System.arraycopy(frame, 0, packet.bytes, packet.put(frame.length), frame.length);
        packet.checksum = Packet.CHECKSUM_PARTIAL;
        bench.nic.send(packet);
        // 102F + 0001 + 0002 + 000A + ABCD = BC09, complemented 43F6.
        assertEquals(0x43F6, Bytes.u16(bench.line.frames.getFirst(), 40));
    }

    @Test // B13: the card adds what the host left out, behind a VLAN tag too
    void b13CardCompletesWhatTheHostBegan() {
        bench.build();
        byte[] whole = copy(bench.frames.tcp(0, 1001, ACK));
        bench.nic.send(bench.frames.tcpPartial(0, 1001, ACK, 0));
        assertArrayEquals(whole, bench.line.frames.getFirst());
        Packet tagged = bench.frames.tcpPartial(0, 1001, ACK, 0);
        int at = tagged.push(4);
        System.arraycopy(tagged.bytes, at + 4, tagged.bytes, at, 12);
        Bytes.i32(tagged.bytes, at + 12, 0x8100_0005);
        bench.nic.send(tagged);
        assertArrayEquals(Arrays.copyOfRange(whole, 14, whole.length),
                Arrays.copyOfRange(bench.line.frames.get(1), 18, whole.length + 4));
    }

    @Test // B13: the card verifies; what does not verify is left to the layers
    void b13CardVerifiesChecksums() {
        bench.offloads(new Offloads(false, true, false, false)).build();
        bench.line.card.received(bench.frames.tcp(0, 500, ACK));
        Packet bad = bench.frames.tcp(0, 500, ACK);
        bad.bytes[bad.tail - 1]++;
        bench.line.card.received(bad);
        bench.line.card.received(bench.frames.plain(1, 60));
        assertEquals(List.of(Packet.CHECKSUM_VERIFIED, Packet.CHECKSUM_NONE, Packet.CHECKSUM_NONE),
                bench.up.stream().map(packet -> packet.checksum).toList());
        bench.offloads(Offloads.NONE).refit();
        bench.line.card.received(bench.frames.tcp(0, 500, ACK));
        assertEquals(Packet.CHECKSUM_NONE, bench.up.getLast().checksum);
    }

    @Test // B13: one descriptor, four frames; what is on the wire differs from what was given
    void b13LargeSegmentIsCutIntoFrames() {
        bench.build();
        Packet large = bench.frames.tcpPartial(0, 4000, ACK | PSH | TcpHeader.FIN | TcpHeader.CWR, 1200);
        bench.nic.send(large);
        assertEquals(1, bench.count("txTsoPackets"));
        assertEquals(4, bench.count("txPackets"));
        int[] lengths = {1200, 1200, 1200, 400};
        int[] flags = {ACK | TcpHeader.CWR, ACK, ACK, ACK | PSH | TcpHeader.FIN};
        for (int i = 0; i < 4; i++) {
            byte[] frame = bench.line.frames.get(i);
            Ipv4Header ip = new Ipv4Header(frame, 14);
            TcpHeader tcp = new TcpHeader(frame, 34);
            assertEquals(Frames.HEADERS + lengths[i], frame.length);
            assertEquals(40 + lengths[i], ip.totalLength());
            assertEquals(100 + i, ip.identification());
            assertEquals(Frames.FIRST_SEQUENCE + 1200 * i, tcp.sequence());
            assertEquals(flags[i], tcp.flags());
            assertEquals(0xFFFF, Checksum.fold(Checksum.sum(frame, 14, 20)));
            assertEquals(0xFFFF, Checksum.fold(Checksum.sum(frame, 34, frame.length - 34)
                    + Checksum.pseudoHeader(Frames.SOURCE, Frames.DESTINATION, Protocol.TCP, frame.length - 34)));
            assertEquals((byte) (1200 * i * 31 >>> 3), frame[Frames.HEADERS]);
        }
        assertEquals(1, bench.nic.state().orElseThrow().tx().inWork(), "done when the last has left");
        bench.time.runUntil(3 * 8 * (24 + 1254) + 8 * (24 + 454));
        assertEquals(0, bench.nic.state().orElseThrow().tx().inWork());
    }

    @Test // B9, B13: a PAUSE in the middle of the segments of one packet
    void b13PauseBetweenSegments() {
        bench.buffer(true, 8000).build();
        bench.nic.send(bench.frames.tcpPartial(0, 10_000, ACK, 1000));
        bench.nic.send(bench.frames.tcpPartial(10_000, 2000, ACK, 1000));
        long frame = 8 * (24 + 1054);
        bench.arriveAt(3 * frame + 1, bench.frames.pause(1000));
        assertEquals(4, bench.line.frames.size(), "the fourth is on its way");
        bench.line.card.received(bench.frames.pause(2000));
        bench.time.runUntil(100_000_000);
        assertEquals(12, bench.line.frames.size());
        for (int i = 0; i < 12; i++) {
            assertEquals(Frames.FIRST_SEQUENCE + 1000 * i, Bytes.i32(bench.line.frames.get(i), 38), "segment " + i);
        }
        assertEquals(3 * frame + 1 + 2000 * 512 + frame, bench.line.left.get(4));
        assertEquals(12, bench.count("txPackets"));
        assertEquals(12, bench.count("txTsoSegments"));
        assertEquals(2, bench.count("txTsoPackets"));
    }

    @Test // B13: what one interrupt brings is put together; cutting it gives back the same frames
    void b13FollowingSegmentsAreMergedAndCutAgain() {
        bench.coalescing(100, 1_000_000).build();
        byte[][] frames = new byte[4][];
        for (int i = 0; i < 4; i++) {
            frames[i] = copy(bench.frames.tcp(1000 * i, i == 3 ? 300 : 1000, i == 3 ? ACK | PSH : ACK));
            bench.line.card.received(bench.frames.tcp(1000 * i, i == 3 ? 300 : 1000, i == 3 ? ACK | PSH : ACK));
        }
        bench.time.runUntil(1_000_000);
        assertEquals(1, bench.up.size());
        Packet merged = bench.up.removeFirst();
        assertEquals(1000, merged.segmentSize);
        assertEquals(Packet.CHECKSUM_VERIFIED, merged.checksum);
        assertEquals(Frames.HEADERS + 3300, merged.length());
        assertEquals(3340, new Ipv4Header(merged.bytes, merged.head + 14).totalLength());
        assertEquals(ACK | PSH, new TcpHeader(merged.bytes, merged.head + 34).flags());
        assertEquals(3, bench.count("rxGroMerged"));
        bench.nic.send(merged);
        for (int i = 0; i < 4; i++) {
            assertArrayEquals(frames[i], bench.line.frames.get(i), "frame " + i);
        }
    }

    @Test // B13: Linux's tcp_gro_receive
    void b13WhatDoesNotFollowIsNotMerged() {
        bench.coalescing(100, 1_000_000).build();
        bench.line.card.received(bench.frames.tcp(0, 1000, ACK));
        bench.line.card.received(bench.frames.tcp(2000, 1000, ACK)); // a gap
        bench.line.card.received(bench.frames.tcp(3000, 1000, ACK | PSH)); // follows, and ends it
        bench.line.card.received(bench.frames.tcp(4000, 1000, ACK));
        Packet otherWindow = bench.frames.tcp(5000, 1000, ACK);
        TcpHeader tcp = new TcpHeader(otherWindow.bytes, otherWindow.head + 34);
        Bytes.u16(otherWindow.bytes, otherWindow.head + 48, 999);
        tcp.seal(Frames.SOURCE, Frames.DESTINATION, otherWindow.tail);
        bench.line.card.received(otherWindow);
        bench.line.card.received(bench.frames.tcp(6000, 1000, ACK | TcpHeader.FIN));
        bench.line.card.received(bench.frames.tcp(7000, 0, ACK));
        bench.time.runUntil(1_000_000);
        assertEquals(List.of(1000, 2000, 1000, 1000, 1000, 0),
                bench.up.stream().map(packet -> packet.length() - Frames.HEADERS).toList());
        assertNotEquals(0, bench.up.get(1).segmentSize);
        assertEquals(0, bench.up.get(0).segmentSize);
    }

    @Test // B13: 64 KiB, what IPv4's total length can say: 44 segments of 1460 are 64240 bytes
    void b13MergedPacketHasALimit() {
        bench.rings(16, 256).coalescing(200, 10_000_000).build();
        for (int i = 0; i < 50; i++) {
            bench.line.card.received(bench.frames.tcp(1460 * i, 1460, ACK));
        }
        bench.time.runUntil(10_000_000);
        assertEquals(List.of(44 * 1460, 6 * 1460),
                bench.up.stream().map(packet -> packet.length() - Frames.HEADERS).toList());
    }

    @Test // jumbo frames up to an MTU of 9000, and not a byte more
    void jumboFramesUpToTheMtu() {
        bench.spec = new NicSpec("eth0", 1, 9000, 16, 16);
        bench.build();
        bench.line.card.received(bench.frames.plain(1, 9018));
        bench.line.card.received(bench.frames.plain(2, 9019));
        assertEquals(List.of(1), bench.marksUp());
        assertEquals(1, bench.count("rxTooLong"));
    }
}
