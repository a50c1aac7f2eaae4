package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;

/** B15: pfifo_fast is the default of Linux; bands as tc-prio(8) lists them. */
class BandQueueTest {
    private static final int LOW_DELAY = 0x10;
    private static final int THROUGHPUT = 0x08;

    private final TestNode node = new TestNode();

    @Test // the table of tc-prio(8): TOS, Linux priority, band
    void b15BandsByTos() {
        int[][] table = {{0x00, 0, 1}, {0x02, 0, 1}, {0x04, 0, 1}, {0x06, 0, 1}, {0x08, 2, 2}, {0x0A, 2, 2},
            {0x0C, 2, 2}, {0x0E, 2, 2}, {0x10, 6, 0}, {0x12, 6, 0}, {0x14, 6, 0}, {0x16, 6, 0}, {0x18, 4, 1},
            {0x1A, 4, 1}, {0x1C, 4, 1}, {0x1E, 4, 1}};
        for (int[] row : table) {
            for (int high = 0; high < 0x100; high += 0x20) {
                assertEquals(row[1], Priority.ofTrafficClass(row[0] | high | 1), "TOS " + row[0]);
            }
            assertEquals(row[2], Priority.standardBand(row[1]));
        }
        // Expedited forwarding, 0xB8, is 0x18 to Linux: band 1.
        assertEquals(1, Priority.standardBand(Priority.ofTrafficClass(0xB8)));
    }

    @Test
    void readsTheTosByteBehindATagAndInIpv6() {
        assertEquals(Priority.INTERACTIVE, Priority.of(TestNode.tagged(node.ipv4(100, LOW_DELAY, 7), 0x8100)));
        assertEquals(Priority.BULK, Priority.of(node.ipv6(100, THROUGHPUT, 7)));
        assertEquals(Priority.BEST_EFFORT, Priority.of(node.frame(60)));
    }

    @Test
    void b15LowerBandsWaitForHigherOnes() {
        PacketQueue queue = node.queue(new PfifoFastDiscipline());
        Packet bulk = node.ipv4(100, THROUGHPUT, 1);
        Packet normal = node.ipv4(100, 0, 2);
        Packet fast = node.ipv4(100, LOW_DELAY, 3);
        Packet second = node.ipv4(100, LOW_DELAY, 4);
        for (Packet frame : new Packet[] {bulk, normal, fast, second}) {
            assertTrue(queue.offer(frame, 1));
        }
        assertEquals(4, queue.length());
        for (Packet frame : new Packet[] {fast, second, normal, bulk}) {
            assertSame(frame, queue.poll());
        }
        assertEquals(2, node.count("band0"));
        assertEquals(1, node.count("band2"));
    }

    @Test // since Linux 4.16 each band of pfifo_fast has the whole txqueuelen
    void aFullBandLeavesTheOthersTheirRoom() {
        PacketQueue queue = node.limited(new PfifoFastDiscipline(), 2, Long.MAX_VALUE, 10_000_000);
        assertTrue(queue.offer(node.ipv4(100, 0, 1), 0));
        assertTrue(queue.offer(node.ipv4(100, 0, 1), 0));
        assertFalse(queue.offer(node.ipv4(100, 0, 1), 0));
        assertTrue(queue.offer(node.ipv4(100, LOW_DELAY, 1), 0));
    }

    @Test
    void b15EmptyQueueIsBypassed() {
        PacketQueue queue = node.queue(new PfifoFastDiscipline());
        Packet frame = node.ipv4(100, 0, 1);
        assertTrue(queue.mayBypass(frame, 0));
        assertFalse(queue.mayBypass(frame, 1));
        assertTrue(queue.offer(frame, 1));
        assertFalse(queue.mayBypass(frame, 0));
    }

    @Test
    void prioFollowsItsMap() {
        PacketQueue queue = node.queue(new PrioDiscipline(), "bands", 4, "priomap0", 3, "priomap2", 0, "priomap6", 15);
        Packet normal = node.ipv4(100, 0, 1);
        Packet bulk = node.ipv4(100, THROUGHPUT, 2);
        Packet fast = node.ipv4(100, LOW_DELAY, 3);
        for (Packet frame : new Packet[] {normal, fast, bulk}) {
            assertTrue(queue.offer(frame, 1));
        }
        assertSame(bulk, queue.poll());
        assertSame(normal, queue.poll());
        assertSame(fast, queue.poll(), "a band that is not there is the last");
    }

    @Test
    void bytesLimitBfifo() {
        PacketQueue queue = node.limited(new BfifoDiscipline(), Integer.MAX_VALUE, 2500, 10_000_000);
        assertTrue(queue.offer(node.frame(1500), 1));
        assertTrue(queue.offer(node.frame(1000), 1));
        assertFalse(queue.offer(node.frame(60), 1));
        queue.poll().release();
        assertTrue(queue.offer(node.frame(1500), 1));
    }

    @Test
    void fifoWithALimitInBytesIsBfifo() {
        PacketQueue queue = node.limited(new FifoDiscipline(), Integer.MAX_VALUE, 100, 10_000_000);
        assertTrue(queue.offer(node.frame(60), 1));
        assertFalse(queue.offer(node.frame(60), 1));
        assertEquals(1, queue.lookahead(), "how many bytes wait in the device it could not tell");
    }

    @Test
    void pfifoCountsWhatItHolds() {
        PacketQueue queue = node.limited(new PfifoDiscipline(), 1, Long.MAX_VALUE, 10_000_000);
        assertTrue(queue.offer(node.frame(60), 1));
        assertFalse(queue.offer(node.frame(60), 1));
    }
}
