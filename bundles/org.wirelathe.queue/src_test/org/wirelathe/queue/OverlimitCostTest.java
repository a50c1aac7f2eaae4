package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;

/**
 * RFC 8290 §4.1: a batch of drops pays for one search of the fattest flow. What a frame costs above the limit does not
 * grow with the queue, whether one flow fills it or each of hundreds has a little.
 */
class OverlimitCostTest {
    private static final int FRAMES = 200_000;
    private static final int SHORT = 1000;

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void aQueueTenTimesAsLongCostsNoMorePerFrame(int flows) {
        Flood brief = new Flood(SHORT, flows);
        Flood longer = new Flood(10 * SHORT, flows);
        long fastest = Long.MAX_VALUE;
        long fastestLonger = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) { // the first rounds are the compiler's
            fastest = Math.min(fastest, brief.pass());
            fastestLonger = Math.min(fastestLonger, longer.pass());
        }
        assertTrue(fastestLonger < 3 * fastest, "ns: " + fastestLonger + ", and of the shorter " + fastest);
        brief.close();
        longer.close();
    }

    /** A full queue to which frames come in turn from many flows, and which sends none. */
    private static final class Flood {
        private final TestNode node = new TestNode();
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final PacketQueue queue;
        private final int limit;
        private final int flows;

        Flood(int limit, int flows) {
            this.limit = limit;
            this.flows = flows;
            queue = node.limited(new FqCodelDiscipline(), limit, Long.MAX_VALUE, 10_000_000);
        }

        /** CPU time in which the frames came and as many were dropped, ns. */
        long pass() {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < FRAMES; i++) {
                assertTrue(queue.offer(node.ipv4(60, 0, i % flows), 1));
                assertTrue(queue.length() <= limit);
            }
            return threads.getCurrentThreadCpuTime() - before;
        }

        void close() {
            assertEquals(5 * FRAMES, node.dropped("drop_overlimit") + queue.length());
            queue.close();
            assertEquals(0, node.pool.inUse());
        }
    }
}
