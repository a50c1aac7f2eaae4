package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.queue.TestNode.MS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;

/** What queues say of themselves, by hand. */
class GaugesTest {
    private final TestNode node = new TestNode();
    private PacketQueue queue;

    @AfterEach
    void nothingLeaks() {
        queue.close();
        assertEquals(0, node.pool.inUse());
    }

    private Map<String, Long> gauges() {
        Map<String, Long> said = new LinkedHashMap<>();
        queue.gauges(said::put);
        return said;
    }

    private void offer(int frames, int length, int port) {
        for (int i = 0; i < frames; i++) {
            Packet frame = node.ipv4(length, 0, port);
            if (!queue.offer(frame, 1)) {
                frame.release();
            }
        }
    }

    private void poll() {
        queue.poll().release();
    }

    @Test // frames with their Ethernet header and without frame check sequence, as Linux's backlog
    void everyQueueTellsItsBytes() {
        List<QueueDiscipline> all = List.of(new FifoDiscipline(), new PfifoDiscipline(), new BfifoDiscipline(),
                new PfifoFastDiscipline(), new PrioDiscipline(), new TbfDiscipline(), new RedDiscipline(),
                new CodelDiscipline(), new FqCodelDiscipline(), new PieDiscipline());
        for (QueueDiscipline discipline : all) {
            queue = node.queue(discipline);
            offer(3, 1000, 1);
            offer(1, 60, 2);
            assertEquals(3060, gauges().get("queueBytes"), discipline.name());
            poll();
            assertTrue(List.of(2060L, 3000L).contains(gauges().get("queueBytes")), discipline.name());
            while (queue.length() > 0) {
                queue.drain().release();
            }
            assertEquals(0, gauges().get("queueBytes"), discipline.name());
            queue.close();
        }
    }

    @Test // RFC 8289 §5.5: above the target from 5 ms on, the first drop an interval later, the second another later
    void codelTellsCountStateAndSojournTime() {
        queue = node.queue(new CodelDiscipline());
        offer(40, 1000, 1);
        node.clock.runUntil(5 * MS);
        poll();
        assertEquals(Map.of("queueBytes", 39_000L, "count", 0L, "dropping", 0L, "ldelay", 5 * MS), gauges());
        node.clock.runUntil(105 * MS);
        poll();
        assertEquals(Map.of("queueBytes", 37_000L, "count", 1L, "dropping", 1L, "ldelay", 105 * MS), gauges());
        node.clock.runUntil(205 * MS);
        poll();
        assertEquals(Map.of("queueBytes", 35_000L, "count", 2L, "dropping", 1L, "ldelay", 205 * MS), gauges());
        while (queue.length() > 0) {
            poll();
        }
        assertEquals(0, gauges().get("dropping"), "less than a frame is left");
    }

    @Test // RFC 8033 §4.2: 19,226,074,218 parts of 10^15 after the first update at 30 ms of delay: 19,226 per billion
    void pieTellsProbabilityAndDelay() {
        queue = node.queue(new PieDiscipline());
        offer(2, 1000, 1);
        // The update at 15 ms finds no delay: 0.125 (0 - 0.015) is below nothing. At 30 ms one frame has left.
        node.clock.runUntil(30 * MS - 1);
        assertEquals(Map.of("queueBytes", 2000L, "prob", 0L, "qdelay", 0L), gauges());
        poll();
        node.clock.runUntil(30 * MS);
        assertEquals(1000, gauges().get("queueBytes"));
        assertEquals(30 * MS - 1, gauges().get("qdelay"));
        assertEquals(19_226, gauges().get("prob"));
    }

    @Test // FJ93 §4 with w = 1/32: the second arrival finds 1000 bytes, 1000 / 32, the third 2000: + 1969 / 32
    void redTellsItsAverage() {
        queue = node.limited(new RedDiscipline(), 10_000, 400_000, 10_000_000, "min", 30_000, "max", 90_000, "avpkt",
                1000, "burst", 55);
        offer(2, 1000, 1);
        assertEquals(Map.of("queueBytes", 2000L, "qavg", 31L), gauges());
        offer(1, 1000, 1);
        assertEquals(Map.of("queueBytes", 3000L, "qavg", 92L), gauges());
    }

    @Test // RFC 8290 §4: a queue that becomes active is new; one that has sent its quantum is old
    void fqCodelTellsItsFlows() {
        queue = node.queue(new FqCodelDiscipline());
        offer(3, 1514, 1);
        offer(1, 100, 2);
        assertEquals(Map.of("queueBytes", 4642L, "flows", 2L, "new_flows_len", 2L, "old_flows_len", 0L), gauges());
        poll();
        poll();
        assertEquals(Map.of("queueBytes", 3028L, "flows", 1L, "new_flows_len", 1L, "old_flows_len", 1L), gauges());
    }

    @Test // tc-tbf(8): a full bucket, less two frames; 8 Mbit/s make 1000 bytes a millisecond; never more than full
    void tbfTellsItsTokensAsTheyGrow() {
        queue = node.queue(new TbfDiscipline(), "rate", 8_000_000, "burst", 5000);
        assertEquals(5000, gauges().get("tokens"));
        offer(2, 1500, 1);
        poll();
        poll();
        assertEquals(2000, gauges().get("tokens"));
        node.clock.runUntil(2 * MS);
        assertEquals(4000, gauges().get("tokens"));
        assertEquals(4000, gauges().get("tokens"), "looking changes nothing");
        node.clock.runUntil(9 * MS);
        assertEquals(5000, gauges().get("tokens"));
    }
}
