package org.wirelathe.api.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;

/** B1, B2: four indices chase each other round the ring. */
class DescriptorRingTest {
    private final PacketPool pool = new PacketPool();
    private final DescriptorRing ring = new DescriptorRing(4);

    @Test
    void descriptorPassesThroughItsStages() {
        Packet packet = pool.take();
        ring.post(packet);
        assertEquals(3, ring.room());
        assertEquals(1, ring.unfetched());
        assertSame(packet, ring.fetch());
        assertNull(ring.fetch());
        ring.doneAt(70);
        assertEquals(1, ring.inWork());
        assertEquals(1, ring.outstanding());
        assertEquals(70, ring.doneOf(1));
        ring.complete(null);
        assertEquals(0, ring.inWork());
        assertEquals(1, ring.reclaimable());
        assertEquals(3, ring.room(), "completed is not yet reclaimed");
        assertNull(ring.reclaim());
        assertEquals(4, ring.room());
    }

    @Test
    void wrapsRoundManyTimesAndRemembersTimesInOrder() {
        for (int lap = 0; lap < 100; lap++) {
            for (int i = 0; i < 3; i++) {
                ring.post(pool.take());
                ring.fetch();
                ring.doneAt(10 * lap + i);
            }
            for (int n = 1; n <= 3; n++) {
                assertEquals(10 * lap + n - 1, ring.doneOf(n));
            }
            for (int i = 0; i < 3; i++) {
                assertEquals(10 * lap + i, ring.doneOf(1));
                ring.complete(null);
                ring.reclaim();
            }
            assertEquals(4, ring.room());
        }
    }

    @Test
    void completesWhatIsDoneByNowAndNoMore() {
        for (int i = 1; i <= 3; i++) {
            ring.post(pool.take());
            ring.fetch();
            ring.doneAt(10 * i);
        }
        ring.post(pool.take()); // not fetched
        ring.completeUntil(9);
        assertEquals(0, ring.reclaimable());
        ring.completeUntil(20);
        assertEquals(2, ring.reclaimable());
        assertEquals(1, ring.inWork());
        ring.reclaimConsumed();
        assertEquals(2, ring.room());
        ring.completeUntil(Long.MAX_VALUE);
        assertEquals(1, ring.reclaimable());
        assertEquals(1, ring.unfetched());
    }

    @Test
    void unpostTakesTheNewestThatTheCardHasNotSeen() {
        Packet[] packets = {pool.take(), pool.take(), pool.take()};
        for (Packet packet : packets) {
            ring.post(packet);
        }
        assertSame(packets[0], ring.fetch());
        assertSame(packets[2], ring.unpost());
        assertSame(packets[1], ring.unpost());
        assertNull(ring.unpost());
        assertEquals(3, ring.room());
        ring.complete(packets[0]);
        assertSame(packets[0], ring.reclaim());
    }

    @Test
    void sizesThatAreNoPowerOfTwoAreRefused() {
        for (int size : new int[] {-1, 0, 1, 3, 100, 65536}) {
            assertThrows(IllegalArgumentException.class, () -> new DescriptorRing(size), "size " + size);
        }
        assertEquals(32768, new DescriptorRing(32768).size());
    }
}
