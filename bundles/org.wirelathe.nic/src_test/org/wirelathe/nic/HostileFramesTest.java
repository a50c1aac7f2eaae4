package org.wirelathe.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.node.CpuCosts;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.TcpHeader;

/**
 * A million seeded frames of 0 to 2000 bytes, of noise and of headers with octets changed, in batches, into a card with
 * every option on, and out of it again: no exception, the counters balance, the pool is whole.
 */
class HostileFramesTest {
    private static final int FRAMES = 1_000_000;

    private final Bench bench = new Bench();
    private final Random random = new Random(42);
    private int segments;
    private long up;

    private Packet hostile() {
        int kind = random.nextInt(8);
        Packet frame;
        if (kind == 0) { // security-inputs row 1: 0 to 13 bytes
            frame = bench.frames.plain(random.nextInt(), 1 + random.nextInt(13));
            frame.trim(random.nextInt(frame.length() + 1));
        } else if (kind == 1) {
            frame = bench.pool.takeFor(2000);
            int at = frame.put(14 + random.nextInt(1986));
            for (int i = at; i < frame.tail; i++) {
                frame.bytes[i] = (byte) random.nextInt();
            }
            frame.bytes[at + 12] = random.nextBoolean() ? (byte) 0x08 : (byte) 0x88;
            frame.bytes[at + 13] = random.nextBoolean() ? (byte) 0x08 : 0;
        } else if (kind == 2) {
            frame = bench.frames.pause(random.nextInt(100));
        } else { // row 42: many malformed ones in one batch, between sound ones
            frame = bench.frames.tcp(100 * segments++, 100, TcpHeader.ACK);
            int changes = Math.max(0, random.nextInt(8) - 4);
            for (int i = 0; i < changes; i++) {
                frame.bytes[frame.head + 12 + random.nextInt(42)] = (byte) random.nextInt();
            }
            if (random.nextInt(4) == 0) {
                frame.trim(random.nextInt(frame.length()));
            }
        }
        frame.corrupted = random.nextInt(50) == 0;
        return frame;
    }

    private long in(String... reasons) {
        long sum = 0;
        for (String reason : reasons) {
            sum += bench.count(reason);
        }
        return sum;
    }

    @Test // B5, rows 1 and 42
    void aMillionHostileFramesIntoACardWithEverythingOn() {
        bench.costs = new CpuCosts(300, 300, 400);
        bench.rings(64, 32).coalescing(8, 5000).offloads(Offloads.ALL).buffer(true, 20_000).build();
        bench.nic.receiver(frame -> {
            up++;
            if (random.nextInt(4) == 0) {
                frame.checksum = Packet.CHECKSUM_PARTIAL;
                frame.segmentSize = random.nextInt(3) * 50;
            }
            bench.nic.send(frame);
        });
        for (int i = 0; i < FRAMES; i++) {
            bench.line.card.received(hostile());
            if (random.nextInt(30) == 0) {
                bench.time.runUntil(bench.time.now() + random.nextInt(40_000));
                bench.line.sent.clear();
                bench.line.frames.clear();
                bench.line.left.clear();
            }
        }
        bench.time.runUntil(bench.time.now() + 1_000_000_000_000L);
        assertEquals(FRAMES, in("rxPackets", "rxCrcErrors", "rxTooLong", "rxCardFull", "rxNoBuffer", "rxPauseFrames",
                "rxPauseIgnored", "rxControlUnknown"));
        assertEquals(bench.count("rxPackets"), up + bench.count("rxGroMerged"));
        assertEquals(up, bench.count("txPackets") - bench.count("txTsoSegments") + bench.count("txTsoPackets")
                + in("txQueueDrops", "txBadOffload"));
        assertTrue(up > FRAMES / 10 && in("rxGroMerged") > 1000 && in("txTsoPackets") > 1000
                && in("rxControlUnknown") > 1000, "the paths were walked: " + up);
        assertEquals(0, bench.close());
    }
}
