package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.time.RandomStream;

/** Out-of-order intervals against a bit for every byte (SHLD-31; row 11 of the hostile inputs). */
class ReassemblyTest {
    @Test
    void againstBits() {
        RandomStream random = new RandomStream(5, "reassembly");
        for (int round = 0; round < 200; round++) {
            Reassembly held = new Reassembly();
            BitSet bits = new BitSet();
            long position = 0;
            for (int i = 0; i < 100; i++) {
                long start = position + 1 + random.below(200);
                long end = start + 1 + random.below(40);
                held.add(start, end);
                bits.set((int) start, (int) end);
                if (random.below(4) == 0) {
                    position += 1 + random.below(30);
                    int clear = bits.nextClearBit((int) position);
                    long reached = held.take(position);
                    assertEquals(bits.get((int) position) ? clear : position, reached);
                    position = reached;
                }
                compare(held, bits, (int) position);
            }
        }
    }

    private static void compare(Reassembly held, BitSet bits, int position) {
        int index = 0;
        for (int start = bits.nextSetBit(position + 1); start >= 0; index++) {
            int end = bits.nextClearBit(start);
            assertEquals(start, held.start(index));
            assertEquals(end, held.end(index));
            assertEquals(index, held.firstEndingAfter(start));
            assertEquals(index, held.firstEndingAfter(end - 1));
            assertEquals(index + 1, held.firstEndingAfter(end));
            start = bits.nextSetBit(end);
        }
        assertEquals(index, held.count());
    }

    /** The number of intervals is bounded; what fits an interval that is there is still taken. */
    @Test
    void bounded() {
        Reassembly held = new Reassembly();
        for (int i = 0; i < Reassembly.MOST; i++) {
            assertFalse(held.isFullFor(10L * i + 1, 10L * i + 2));
            held.add(10L * i + 1, 10L * i + 2);
        }
        assertEquals(Reassembly.MOST, held.count());
        assertTrue(held.isFullFor(5, 6));
        assertTrue(held.isFullFor(10L * Reassembly.MOST + 5, 10L * Reassembly.MOST + 6));
        assertFalse(held.isFullFor(2, 3));
        assertFalse(held.isFullFor(10, 11));
        assertFalse(held.isFullFor(1, 500));
    }

    /** Row 11: one byte in two, for ever: kept up to the bound, then pruned, and the stream is whole in the end. */
    @Test
    void everySecondByte() {
        try (Drill t = Drill.established("rcvbuf=65535", "mss=1000")) {
            for (int i = 0; i < 3000; i++) {
                t.in((2 * i + 2) + ":" + (2 * i + 3)).out("ack 1");
            }
            t.count("ofoQueued", Reassembly.MOST).count("ofoPruned", 3000 - Reassembly.MOST);
            for (int at = 1; at < 6001; at += 1000) {
                t.in(at + ":" + (at + 1000));
                while (!t.network.sent.isEmpty()) {
                    t.next(".");
                }
            }
            t.after(Drill.ms(40));
            while (!t.network.sent.isEmpty()) {
                t.next("ack 6001");
            }
            t.read(6000);
        }
    }
}
