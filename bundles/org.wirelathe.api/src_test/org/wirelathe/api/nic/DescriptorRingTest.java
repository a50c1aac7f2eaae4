package org.wirelathe.api.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        ring.completeUntil(70);
        assertEquals(0, ring.inWork());
        assertEquals(1, ring.reclaimable());
        assertEquals(3, ring.room(), "completed is not yet reclaimed");
        assertNull(ring.reclaim());
        assertEquals(4, ring.room());
    }

    @Test // B1: {buffer address, length, flags}, mapped while the card may touch the buffer
    void b1DescriptorTellsAddressLengthAndFlags() {
        Packet plain = pool.take();
        plain.put(60);
        Packet large = pool.takeFor(4000);
        large.put(3000);
        large.checksum = Packet.CHECKSUM_PARTIAL;
        large.segmentSize = 1448;
        ring.post(plain);
        ring.post(large);
        assertEquals(2, ring.held());
        assertEquals(60, ring.length(0));
        assertEquals(3000, ring.length(1));
        assertEquals(DescriptorRing.END_OF_PACKET, ring.flags(0));
        assertEquals(DescriptorRing.END_OF_PACKET | DescriptorRing.CHECKSUM | DescriptorRing.SEGMENT, ring.flags(1));
        assertTrue(ring.address(1) - ring.address(0) >= 65_536, "windows do not overlap");
        assertSame(large, ring.packet(1));
        ring.fetch();
        ring.doneAt(5);
        ring.completeUntil(5);
        assertEquals(DescriptorRing.END_OF_PACKET | DescriptorRing.DONE, ring.flags(0));
        assertNull(ring.packet(0), "unmapped");
    }

    @Test // B5: a ring of empty buffers, which have no bytes before a frame comes
    void b5FrameTakesThePlaceOfAPostedBuffer() {
        ring.postBuffers(1518);
        assertEquals(4, ring.unfetched());
        assertEquals(0, ring.room());
        assertEquals(1518, ring.bufferLength());
        for (int lap = 0; lap < 20; lap++) {
            Packet[] frames = {pool.take(), pool.take(), pool.take()};
            for (Packet frame : frames) {
                ring.complete(frame);
            }
            assertEquals(1, ring.unfetched());
            for (Packet frame : frames) {
                assertSame(frame, ring.reclaim());
                ring.postBuffer();
            }
        }
        ring.unpostBuffers();
        assertEquals(4, ring.room());
    }

    @Test // B11: what stands in a ring stays when its size changes
    void b11RingChangesItsSizeAndKeepsItsPackets() {
        DescriptorRing large = new DescriptorRing(64);
        Packet[] packets = new Packet[40];
        for (int i = 0; i < packets.length; i++) {
            packets[i] = pool.take();
            large.post(packets[i]);
        }
        large.resize(8);
        assertEquals(0, large.room());
        for (int i = 0; i < packets.length; i++) {
            assertSame(packets[i], large.fetch());
            large.doneAt(i);
            large.completeUntil(i);
        }
        large.reclaimConsumed();
        assertEquals(8, large.room());
        assertThrows(IllegalArgumentException.class, () -> large.resize(9));

        DescriptorRing buffers = new DescriptorRing(16);
        buffers.postBuffers(100);
        buffers.complete(pool.take());
        buffers.resize(4);
        assertEquals(3, buffers.unfetched());
        buffers.resize(32);
        buffers.postBuffers(100);
        assertEquals(31, buffers.unfetched());
    }

    @Test // B9: the fetched index goes back
    void b9DescriptorsGoBackToTheRing() {
        Packet[] packets = {pool.take(), pool.take()};
        ring.post(packets[0]);
        ring.post(packets[1]);
        ring.fetch();
        ring.fetch();
        assertSame(packets[1], ring.unfetch());
        assertEquals(1, ring.unfetched());
        assertSame(packets[1], ring.fetch());
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
                ring.completeUntil(10 * lap + i);
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
        ring.doneAt(1);
        ring.completeUntil(1);
        assertNull(ring.reclaim());
        assertEquals(4, ring.room());
    }

    @Test
    void sizesThatAreNoPowerOfTwoAreRefused() {
        for (int size : new int[] {-1, 0, 1, 3, 100, 65536}) {
            assertThrows(IllegalArgumentException.class, () -> new DescriptorRing(size), "size " + size);
        }
        assertEquals(32768, new DescriptorRing(32768).size());
    }
}
