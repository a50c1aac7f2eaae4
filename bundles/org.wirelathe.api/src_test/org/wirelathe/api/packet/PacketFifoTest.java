package org.wirelathe.api.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayDeque;
import java.util.Random;

import org.junit.jupiter.api.Test;

class PacketFifoTest {
    @Test // beside a library deque: order, size, nothing left behind in the links
    void keepsOrder() {
        PacketPool pool = new PacketPool();
        PacketFifo fifo = new PacketFifo();
        ArrayDeque<Packet> model = new ArrayDeque<>();
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    Packet packet = pool.take();
                    fifo.add(packet);
                    model.addLast(packet);
                }
                case 1 -> {
                    Packet packet = pool.take();
                    fifo.addFirst(packet);
                    model.addFirst(packet);
                }
                default -> {
                    assertSame(model.peekFirst(), fifo.peek());
                    Packet packet = fifo.poll();
                    assertSame(model.pollFirst(), packet);
                    if (packet != null) {
                        assertNull(packet.next);
                        packet.release();
                    }
                }
            }
            assertEquals(model.size(), fifo.size());
            assertEquals(model.isEmpty(), fifo.isEmpty());
        }
        fifo.add(pool.take());
        assertEquals(model.size() + 1, fifo.releaseAll());
        assertEquals(0, pool.inUse());
        assertEquals(0, fifo.size());
        assertNull(fifo.poll());
    }
}
