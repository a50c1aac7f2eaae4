package org.wirelathe.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.node.CpuCosts;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;

/** When frames that have arrived go up: coalescing, soft interrupts with a budget, polling. */
class InterruptTest {
    private final Bench bench = new Bench();

    @AfterEach
    void everythingComesBack() {
        assertEquals(0, bench.close());
    }

    private void arrive(int from, int to, long every) {
        for (int mark = from; mark < to; mark++) {
            bench.arriveAt(bench.time.now() + every, bench.frames.plain(mark, 60));
        }
    }

    @Test // B6: by count
    void b6InterruptAfterSoManyFrames() {
        bench.coalescing(4, 1_000_000).build();
        arrive(0, 10, 100);
        assertEquals(List.of(400L, 400L, 400L, 400L, 800L, 800L, 800L, 800L), bench.when);
        assertEquals(2, bench.count("hardInterrupts"));
    }

    @Test // B6: by time, counted from the first frame
    void b6InterruptSoLongAfterTheFirstFrame() {
        bench.coalescing(100, 5000).build();
        arrive(0, 3, 1000); // at 1000, 2000, 3000
        bench.time.runUntil(5999);
        assertEquals(List.of(), bench.when);
        bench.time.runUntil(20_000);
        assertEquals(List.of(6000L, 6000L, 6000L), bench.when);
        arrive(3, 4, 1000); // at 21000: a time of its own
        bench.time.runUntil(100_000);
        assertEquals(26_000L, bench.when.getLast());
        assertEquals(2, bench.count("hardInterrupts"));
    }

    @Test // B11: changed while frames wait: they wait no longer, the next follow the new rules
    void b11CoalescingChangesWhileRunning() {
        bench.coalescing(100, 5000).build();
        arrive(0, 3, 1000);
        bench.coalescing(2, 50_000).refit();
        assertEquals(List.of(3000L, 3000L, 3000L), bench.when);
        arrive(3, 5, 1000);
        assertEquals(List.of(5000L, 5000L), bench.when.subList(3, 5));
        bench.time.runUntil(1_000_000);
        assertEquals(2, bench.count("hardInterrupts"));
    }

    @Test // B7: hard 1000 ns, soft 500 ns, 2000 ns for each packet, all in a row on one core
    void b7ProcessorSpendsItsTime() {
        bench.costs = new CpuCosts(1000, 500, 2000);
        bench.build();
        for (int mark = 0; mark < 3; mark++) {
            bench.line.card.received(bench.frames.plain(mark, 60));
        }
        bench.time.runUntil(1_000_000);
        assertEquals(List.of(3500L, 5500L, 7500L), bench.when);
        assertEquals(1, bench.count("hardInterrupts"));
        assertEquals(1, bench.count("softInterrupts"));
        assertEquals(6500, bench.count("softInterruptTime"));
    }

    @Test // B6: the interrupt is off while the soft interrupt polls; what comes meanwhile is taken without another
    void b6NoInterruptWhilePolling() {
        bench.costs = new CpuCosts(1000, 500, 2000);
        bench.build();
        arrive(0, 10, 1000);
        bench.time.runUntil(1_000_000);
        assertEquals(1, bench.count("hardInterrupts"));
        assertEquals(10, bench.up.size());
        // The first frame at 1000, hard to 2000, soft to 2500, then a packet every 2000.
        assertEquals(4500L, bench.when.getFirst());
        assertEquals(4500L + 9 * 2000, bench.when.getLast());
        bench.line.card.received(bench.frames.plain(10, 60));
        bench.time.runUntil(2_000_000);
        assertEquals(2, bench.count("hardInterrupts"), "the interrupt is on again");
    }

    @Test // B6: a round takes 64 packets at most; the next costs again
    void b6BudgetEndsARound() {
        bench.costs = new CpuCosts(0, 500, 10);
        bench.rings(16, 256).build();
        for (int mark = 0; mark < 100; mark++) {
            bench.line.card.received(bench.frames.plain(mark, 60));
        }
        bench.time.runUntil(1_000_000);
        assertEquals(500L + 64 * 10, bench.when.get(63));
        assertEquals(500L + 64 * 10 + 500 + 10, bench.when.get(64));
        assertEquals(2, bench.count("softInterrupts"));
        assertEquals(1, bench.count("hardInterrupts"));
    }

    @Test // B6: no interrupts at all, looks at fixed times
    void b6PollingDriverLooksAtFixedTimes() {
        bench.driver = new PollingDriver().configured(Map.of("interval", 10_000L), new byte[0]);
        bench.rings(2, 16).build();
        arrive(0, 3, 4000); // at 4000, 8000, 12000
        bench.time.runUntil(25_000);
        assertEquals(List.of(10_000L, 10_000L, 20_000L), bench.when);
        for (int mark = 0; mark < 8; mark++) {
            bench.nic.send(bench.frames.plain(mark, 60));
        }
        bench.time.runUntil(200_000);
        assertEquals(IntStream.range(0, 8).boxed().toList(), bench.line.sent);
        assertEquals(0, bench.count("hardInterrupts"));
        bench.nic.driver(new RingDriver(), UnaryOperator.identity());
        arrive(3, 4, 1);
        assertEquals(4, bench.up.size());
        assertEquals(1, bench.count("hardInterrupts"));
        long fired = bench.time.fired;
        bench.time.runUntil(1_000_000);
        assertEquals(fired, bench.time.fired, "nobody looks any more");
    }

    @Test // every stage of a frame's way through a device is told, in order
    void stagesAreToldInTheOrderOfTheWay() {
        List<String> told = new ArrayList<>();
        bench.probes = new Probes(true) {
            @Override
            public void packet(Stage stage, String node, String place, Packet packet) {
                told.add(stage + " " + node + " " + place);
            }

            @Override
            public void stream(Stage stage, String node, String flow, long from, long to, long packet) {
                told.add("none of a device's business");
            }
        };
        bench.build();
        bench.nic.send(bench.frames.plain(1, 60));
        assertEquals(List.of("QUEUE n eth0", "DESCRIPTOR n eth0", "DMA_OUT n eth0"), told);
        told.clear();
        bench.line.card.received(bench.frames.plain(1, 60));
        assertEquals(List.of("DMA_IN n eth0", "RING n eth0", "INTERRUPT n eth0", "SOFTIRQ n eth0"), told);
        told.clear();
        bench.line.card.received(bench.frames.plain(1, 2000));
        assertEquals(List.of("DROP n rxTooLong"), told);
    }
}
