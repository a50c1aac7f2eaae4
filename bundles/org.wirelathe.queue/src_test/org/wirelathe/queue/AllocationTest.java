package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;

/** A queue makes no object per frame, whether it lets it pass, marks it, or drops it. */
class AllocationTest {
    private static final int FRAMES = 100_000;

    static List<QueueDiscipline> all() {
        return ExplorerTest.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingPerFrame(QueueDiscipline discipline) {
        TestNode node = new TestNode();
        PacketQueue queue = node.limited(discipline, 100, Long.MAX_VALUE, 10_000_000, "ecn", 1, "rate", 20_000_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] time = {0};
        pass(node, queue, time);
        long before = threads.getCurrentThreadAllocatedBytes();
        pass(node, queue, time);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        // The hand-driven clock's own set of timers is what remains.
        assertTrue(allocated < 100L * FRAMES / 10, discipline.name() + ": " + allocated + " bytes");
        queue.close();
    }

    private static void pass(TestNode node, PacketQueue queue, long[] time) {
        for (int i = 0; i < FRAMES; i++) {
            node.clock.runUntil(time[0] += 400_000);
            Packet frame = node.pool.take();
            frame.put(1000);
            if (!queue.offer(frame, 1)) {
                frame.release();
            }
            Packet out = i % 2 == 0 ? queue.poll() : null;
            if (out != null) {
                out.release();
            }
        }
    }
}
