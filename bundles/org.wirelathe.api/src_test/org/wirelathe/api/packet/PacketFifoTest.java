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

    @Test
    void splitsBehindAPacket() {
        PacketPool pool = new PacketPool();
        for (int keep = 0; keep <= 3; keep++) {
            PacketFifo fifo = new PacketFifo();
            PacketFifo rest = new PacketFifo();
            Packet last = null;
            for (int i = 1; i <= 3; i++) {
                Packet packet = pool.take();
                packet.time = i;
                fifo.add(packet);
                last = i == keep ? packet : last;
            }
            fifo.splitAfter(last, rest);
            assertEquals(keep, fifo.size());
            assertEquals(3 - keep, rest.size());
            fifo.add(pool.take());
            rest.add(pool.take());
            for (int i = 1; i <= 3; i++) {
                assertEquals(i, (i <= keep ? fifo : rest).peek().time);
                (i <= keep ? fifo : rest).poll().release();
            }
            assertEquals(1, fifo.releaseAll());
            assertEquals(1, rest.releaseAll());
        }
        assertEquals(0, pool.inUse());
    }

    @Test // B12
    void copyIsLikeItsOriginalAndApart() {
        PacketPool pool = new PacketPool();
        Packet packet = pool.takeFor(9000);
        int at = packet.put(9000);
        packet.bytes[at + 8999] = 7;
        packet.push(14);
        packet.corrupted = true;
        packet.checksum = Packet.CHECKSUM_PARTIAL;
        packet.segmentSize = 1448;
        Packet copy = packet.copy();
        packet.bytes[at + 8999] = 8;
        assertEquals(packet.id, copy.id);
        assertEquals(9014, copy.length());
        assertEquals(7, copy.bytes[copy.tail - 1]);
        assertEquals(Packet.CHECKSUM_PARTIAL, copy.checksum);
        assertEquals(1448, copy.segmentSize);
        assertEquals(true, copy.corrupted);
        packet.release();
        copy.release();
        assertEquals(0, pool.inUse());
    }
}
