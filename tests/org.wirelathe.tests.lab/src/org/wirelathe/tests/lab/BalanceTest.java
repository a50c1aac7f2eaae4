package org.wirelathe.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.tests.lab.Bench.assertSound;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.Snapshot.CounterRow;

/** {@link Balance} sees a single packet that goes uncounted, or is counted twice, at any layer of any node. */
class BalanceTest {
    /** What a transfer through a router moves in each layer. */
    private static final Set<String> MOVED = Set.of("linkIn", "linkDelivers", "linkRequests", "linkTransmits",
            "arpInPackets", "arpInReplies", "arpOutReplies", "inReceives", "inDelivers", "inForwDatagrams",
            "outRequests", "outTransmits", "inSegs", "inTaken", "switchIn", "switchOut", "copies", "inMsgs", "inEchos", "inEchoReps");

    private final Bench bench;

    BalanceTest() throws InterruptedException {
        bench = new Bench();
    }

    @Test
    void onePacketIsMissed() throws Exception {
        RunResult transfer = bench.run(bench.example("first-transfer", "100 MiB", "1 MiB"));
        assertSound(transfer);
        assertTrue(missedOnes(transfer) > 30, () -> transfer.counters().toString());
        RunResult ping = bench.run(bench.example("switch"));
        assertSound(ping);
        assertTrue(missedOnes(ping) > 30, () -> ping.counters().toString());
    }

    private static int missedOnes(RunResult result) {
        int tried = 0;
        for (int i = 0; i < result.counters().size(); i++) {
            CounterRow row = result.counters().get(i);
            if (MOVED.contains(row.name())) {
                tried++;
                List<CounterRow> one = new ArrayList<>(result.counters());
                one.set(i, new CounterRow(row.node(), row.place(), row.name(), row.drop(), row.value() + 1));
                assertTrue(Balance.of(one).stream().anyMatch(equation -> !equation.holds()), row::toString);
            }
        }
        return tried;
    }

    /** A drop that was not there before is part of its layer's equation by its name. */
    @Test
    void aNewDropHasItsPlace() {
        List<CounterRow> counters = List.of(new CounterRow("n", "eth0", "linkIn", false, 2),
                new CounterRow("n", "eth0", "rxOtherHost", true, 1),
                new CounterRow("n", "eth0.10", "linkDelivers", false, 1),
                new CounterRow("n", "eth0", "rxPackets", false, 3), new CounterRow("n", "ip", "inReceives", false, 1),
                new CounterRow("n", "ip", "inSomethingNew", true, 1));
        assertEquals(List.of(), Balance.of(counters).stream().filter(equation -> !equation.holds()).toList());
        assertEquals(List.of("n: eth0 driver"), Balance.of(counters).stream()
                .filter(equation -> equation.waiting() != 0).map(Balance.Equation::where).toList(), "in the ring");
        List<CounterRow> uncounted = counters.subList(0, 5);
        assertEquals(List.of("n: ip in"), Balance.of(uncounted).stream()
                .filter(equation -> !equation.holds()).map(Balance.Equation::where).toList());
    }
}
