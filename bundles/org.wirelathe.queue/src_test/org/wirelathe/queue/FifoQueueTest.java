package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueSpec;

class FifoQueueTest {
    private final PacketPool pool = new PacketPool();
    private PacketQueue queue = limited(3);

    private static PacketQueue limited(int packets) {
        return new FifoDiscipline().create(null, new QueueSpec("eth0", packets));
    }

    @AfterEach
    void nothingLeaks() {
        for (Packet packet = queue.poll(); packet != null; packet = queue.poll()) {
            packet.release();
        }
        assertEquals(0, pool.inUse());
    }

    @Test
    void isCalledFifo() {
        assertEquals("fifo", new FifoDiscipline().name());
    }

    @Test
    void comesOutInTheOrderItWentIn() {
        Packet a = pool.take();
        Packet b = pool.take();
        assertTrue(queue.offer(a, 0));
        assertTrue(queue.offer(b, 0));
        assertEquals(2, queue.length());
        assertSame(a, queue.poll());
        assertSame(b, queue.poll());
        assertNull(queue.poll());
        a.release();
        b.release();
    }

    @Test // B16
    void b16FullQueueRefusesAndTheCallerKeepsTheFrame() {
        for (int i = 0; i < 3; i++) {
            assertTrue(queue.offer(pool.take(), 0));
        }
        Packet late = pool.take();
        assertFalse(queue.offer(late, 0));
        late.release();
        assertEquals(3, queue.length());
    }

    @Test
    void framesWaitingInTheDeviceCountTowardsTheLimit() {
        assertTrue(queue.offer(pool.take(), 2));
        Packet late = pool.take();
        assertFalse(queue.offer(late, 2));
        assertTrue(queue.offer(late, 1));
    }

    @Test // B15
    void b15EmptyQueueIsBypassedBelowTheLimitOnly() {
        Packet frame = pool.take();
        assertTrue(queue.mayBypass(frame, 0));
        assertTrue(queue.mayBypass(frame, 2));
        assertFalse(queue.mayBypass(frame, 3));
        assertTrue(queue.offer(frame, 0));
        Packet second = pool.take();
        assertFalse(queue.mayBypass(second, 0), "it would overtake");
        second.release();
    }

    @Test // 250,000 seeded steps against a plain list: nothing lost, doubled, reordered or above the limit
    void holdsWhatItWasGiven() {
        Random random = new Random(7);
        for (int limit = 1; limit < 6; limit++) {
            queue = limited(limit);
            ArrayDeque<Packet> model = new ArrayDeque<>();
            for (int i = 0; i < 50_000; i++) {
                int ahead = random.nextInt(3);
                if (random.nextBoolean()) {
                    Packet packet = pool.take();
                    boolean fits = model.size() + ahead < limit;
                    assertEquals(fits, queue.offer(packet, ahead));
                    if (fits) {
                        model.add(packet);
                    } else {
                        packet.release();
                    }
                } else {
                    Packet packet = queue.poll();
                    assertSame(model.poll(), packet);
                    if (packet != null) {
                        packet.release();
                    }
                }
                assertEquals(model.size(), queue.length());
            }
            nothingLeaks();
        }
    }
}
