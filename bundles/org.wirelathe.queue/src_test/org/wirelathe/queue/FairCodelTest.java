package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.queue.TestNode.MS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.wire.Bytes;

/** RFC 8290; flows are told apart by their source port. */
class FairCodelTest {
    private static final int BULK = 1;
    private static final int SPARSE = 2;

    private final TestNode node = new TestNode();
    private PacketQueue queue = node.queue(new FqCodelDiscipline());

    @AfterEach
    void nothingLeaks() {
        queue.close();
        assertEquals(0, node.pool.inUse());
    }

    private void offer(int frames, int length, int port) {
        for (int i = 0; i < frames; i++) {
            assertTrue(queue.offer(node.ipv4(length, 0, port), 1));
        }
    }

    /** The source port of the next frame. */
    private int poll() {
        Packet frame = queue.poll();
        int port = Bytes.u16(frame.bytes, frame.head + 34);
        frame.release();
        return port;
    }

    @Test // RFC 8290 §4.2: new flows first
    void aSparseFlowGoesBeforeAStandingQueue() {
        offer(50, 1514, BULK);
        assertEquals(BULK, poll());
        assertEquals(BULK, poll(), "alone, it comes round at once");
        offer(1, 100, SPARSE);
        assertEquals(SPARSE, poll());
        assertEquals(BULK, poll());
        assertEquals(2, node.count("new_flow_count"));
    }

    @Test // RFC 8290 §4.2: an empty new flow passes through the old flows, or it would starve them
    void aFlowThatComesBackAtOnceHasToWaitItsTurn() {
        offer(50, 500, BULK);
        for (int i = 0; i < 4; i++) {
            assertEquals(BULK, poll());
        }
        offer(1, 100, SPARSE);
        assertEquals(SPARSE, poll());
        assertEquals(BULK, poll());
        offer(1, 100, SPARSE);
        assertEquals(2, node.count("new_flow_count"), "still listed, so not new");
        // Four frames of 500 left it 486 in debt: 1028 of its second round, of which one frame has gone.
        assertEquals(BULK, poll());
        assertEquals(BULK, poll());
        assertEquals(SPARSE, poll());
    }

    @Test // RFC 8290 §4.2: a flow that went empty is new again; the interface does not ask a queue that holds nothing
    void everyFlowIsNewAgainAfterSilence() {
        offer(3, 1514, BULK);
        for (int i = 0; i < 3; i++) {
            assertEquals(BULK, poll());
        }
        offer(1, 100, BULK);
        offer(1, 100, SPARSE);
        assertEquals(3, node.count("new_flow_count"));
        assertEquals(BULK, poll());
        assertEquals(SPARSE, poll());
    }

    @Test // RFC 8290 §3, §4.2: rounds of a quantum of bytes, whatever the frames' sizes
    void flowsShareByBytes() {
        offer(300, 1514, 11);
        offer(690, 300, 12);
        long[] bytes = new long[13];
        for (int i = 0; i < 300; i++) {
            Packet frame = queue.poll();
            bytes[Bytes.u16(frame.bytes, frame.head + 34)] += frame.length();
            frame.release();
            // A deficit goes below zero by less than a frame: shares differ by a quantum and a frame at most.
            assertTrue(Math.abs(bytes[11] - bytes[12]) <= 2 * 1514, bytes[11] + " and " + bytes[12]);
        }
    }

    @Test // RFC 8290 §4.1, as Linux reads it: half of the fattest flow's bytes from its head
    void theFattestFlowPaysForTheLimit() {
        queue = node.limited(new FqCodelDiscipline(), 100, Long.MAX_VALUE, 10_000_000);
        offer(60, 1000, BULK);
        offer(41, 1000, SPARSE);
        assertEquals(30, node.dropped("drop_overlimit"));
        assertEquals(71, queue.length());
        int[] left = new int[3];
        while (queue.length() > 0) {
            left[poll()]++;
        }
        assertEquals(30, left[BULK]);
        assertEquals(41, left[SPARSE]);
    }

    @Test // RFC 8290 §4.1: at most a batch of 64
    void noMoreThanABatchAtOnce() {
        queue = node.limited(new FqCodelDiscipline(), 200, Long.MAX_VALUE, 10_000_000);
        offer(201, 1000, BULK);
        assertEquals(64, node.dropped("drop_overlimit"));
        offer(1, 1000, SPARSE);
        assertEquals(64, node.dropped("drop_overlimit"));
    }

    @Test // tc-fq_codel(8): memory_limit
    void bytesLimitTheQueueToo() {
        queue = node.limited(new FqCodelDiscipline(), Integer.MAX_VALUE, 10_000, 10_000_000);
        offer(11, 1000, BULK);
        assertEquals(6, node.dropped("drop_overlimit"));
    }

    @Test // RFC 8290 §4.2: CoDel in each queue, for itself
    void codelActsOnTheSlowFlowOnly() {
        offer(60, 1000, BULK);
        node.clock.runUntil(5 * MS);
        poll();
        poll();
        node.clock.runUntil(104 * MS);
        offer(3, 1000, SPARSE);
        node.clock.runUntil(105 * MS);
        assertEquals(SPARSE, poll());
        assertEquals(0, node.dropped("codel_drop"));
        while (node.dropped("codel_drop") == 0) {
            poll();
        }
        assertEquals(105 * MS, node.clock.now());
        assertEquals(1, node.dropped("codel_drop"));
    }

    @Test // RFC 8290 §4.1: by the addresses, protocol and ports, perturbed by the run's seed
    void flowsAreSpreadByASeededHash() {
        FlowHash one = new FlowHash(1);
        FlowHash other = new FlowHash(2);
        boolean[] taken = new boolean[1024];
        int occupied = 0;
        int same = 0;
        for (int port = 0; port < 1000; port++) {
            Packet frame = node.ipv4(60, 0, port);
            int flow = one.flow(frame, 1024);
            occupied += taken[flow] ? 0 : 1;
            taken[flow] = true;
            same += flow == other.flow(frame, 1024) ? 1 : 0;
            frame.release();
        }
        // Even chances: 1024 (1 - e^(-1000/1024)) = 638 buckets, deviation 10.3 (Weiss); five deviations: 99.9999 %.
        assertEquals(638, occupied, 52);
        // One in 1024 by chance.
        assertTrue(same < 10, same + " of 1000 stayed");
    }

    private static int flow(FlowHash hash, Packet frame) {
        int flow = hash.flow(frame, 65_536);
        frame.release();
        return flow;
    }

    @Test
    void theSameFlowBehindATagAndInFragments() {
        FlowHash hash = new FlowHash(7);
        int flow = flow(hash, node.ipv4(60, 0, 5));
        assertEquals(flow, flow(hash, TestNode.tagged(node.ipv4(600, 0xFC, 5), 0x8100)));
        assertNotEquals(flow, flow(hash, node.ipv4(60, 0, 6)));
        Packet first = node.ipv4(60, 0, 5);
        Packet rest = node.ipv4(60, 0, 999);
        Bytes.u16(first.bytes, first.head + 20, 0x2000);
        Bytes.u16(rest.bytes, rest.head + 20, 0x0004);
        assertEquals(flow(hash, first), flow(hash, rest), "only the first fragment has ports");
    }

    @Test
    void drainGivesEverythingWithoutADrop() {
        offer(20, 1000, BULK);
        offer(20, 1000, SPARSE);
        node.clock.runUntil(5000 * MS);
        for (int i = 0; i < 40; i++) {
            queue.drain().release();
        }
        assertEquals(0, queue.length());
        assertEquals(0, node.dropped());
    }
}
