package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;

/** Random offers, polls and pauses for every discipline: nothing is lost, doubled, or uncounted, and all comes back. */
class ExplorerTest {
    static final List<QueueDiscipline> ALL = List.of(new FifoDiscipline(), new PfifoDiscipline(), new BfifoDiscipline(),
            new PfifoFastDiscipline(), new PrioDiscipline(), new TbfDiscipline(), new RedDiscipline(),
            new CodelDiscipline(), new FqCodelDiscipline(), new PieDiscipline());

    static List<QueueDiscipline> all() {
        return ALL;
    }

    @ParameterizedTest // B15
    @MethodSource("all")
    void b15InIsOutPlusDroppedPlusHeld(QueueDiscipline discipline) {
        for (int seed = 0; seed < 40; seed++) {
            explore(discipline, seed);
        }
    }

    private static void explore(QueueDiscipline discipline, int seed) {
        Random random = new Random(seed);
        TestNode node = new TestNode(seed);
        int limit = 1 + random.nextInt(60);
        long limitBytes = random.nextInt(3) == 0 ? 200 + random.nextInt(60_000) : Long.MAX_VALUE;
        PacketQueue queue = node.limited(discipline, limit, limitBytes, 10_000_000, "ecn", random.nextInt(2), "flows",
                1 + random.nextInt(8), "drop_batch", 1 + random.nextInt(20), "burst", 2000 + random.nextInt(50_000),
                "target", 1 + random.nextInt(20_000_000), "interval", 1 + random.nextInt(50_000_000), "min",
                1 + random.nextInt(9000), "probability", 100_000_000, "bands", 2 + random.nextInt(15));
        boolean[] woken = {false};
        queue.waker(() -> woken[0] = true);
        Map<Long, Long> held = new HashMap<>();
        Map<Integer, ArrayDeque<Long>> byFlow = new HashMap<>();
        long in = 0;
        long out = 0;
        double load = random.nextDouble();
        for (int step = 0; step < 4000; step++) {
            if (random.nextInt(200) == 0) {
                load = random.nextDouble();
            }
            if (random.nextInt(4) == 0) {
                node.clock.runUntil(node.clock.now() + random.nextInt(4_000_000));
            }
            if (random.nextDouble() < load) {
                int port = random.nextInt(6);
                Packet frame = frame(node, random, port);
                long id = frame.id;
                if (queue.offer(frame, random.nextInt(2))) {
                    in++;
                    held.put(id, (long) port);
                    byFlow.computeIfAbsent(port, p -> new ArrayDeque<>()).add(id);
                } else {
                    frame.release();
                }
            } else {
                int before = queue.length();
                Packet frame = queue.poll();
                if (frame != null) {
                    out++;
                    Long port = held.remove(frame.id);
                    assertNotNull(port, "never offered, or given twice");
                    inOrder(byFlow.get(port.intValue()), frame.id);
                    frame.release();
                } else if (before > 0 && queue.length() > 0) {
                    assertTrue(node.clock.pending() > 0, "it waits for nothing");
                }
            }
            assertEquals(in, out + node.dropped() + queue.length(), discipline.name());
            assertEquals(queue.length(), node.pool.inUse(), discipline.name());
        }
        if (seed % 2 == 0) {
            for (Packet frame = queue.drain(); frame != null; frame = queue.drain()) {
                assertNotNull(held.remove(frame.id));
                frame.release();
                out++;
            }
            assertEquals(in, out + node.dropped());
            assertEquals(0, queue.length());
            assertNull(queue.poll());
        }
        queue.close();
        assertEquals(0, node.pool.inUse());
        assertEquals(0, node.clock.pending(), "a timer outlives its queue");
    }

    /** Frames of a flow leave in the order in which they came; those that were dropped between are skipped. */
    private static void inOrder(ArrayDeque<Long> flow, long id) {
        while (flow.peek() != id) {
            flow.poll();
            assertTrue(!flow.isEmpty(), "out of order");
        }
        flow.poll();
    }

    private static Packet frame(TestNode node, Random random, int port) {
        int length = 64 + random.nextInt(1451);
        int tos = (port << 2 | random.nextInt(4)) & 0xFF;
        Packet frame = switch (port % 3) {
            case 0 -> node.ipv4(length, port * 8 + random.nextInt(4), port);
            case 1 -> node.ipv6(length, tos, port);
            default -> TestNode.tagged(node.ipv4(length, port * 8 + random.nextInt(4), port), 0x8100);
        };
        if (port % 3 == 0 && random.nextInt(30) == 0) {
            frame.release();
            frame = node.ipv4(20_000 + random.nextInt(45_000), port * 8, port);
            frame.segmentSize = 1448;
        }
        return frame;
    }
}
