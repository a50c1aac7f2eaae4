package org.wirelathe.api.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.wirelathe.wire.Fault;

class FaultCountersTest {
    private final Map<String, Counter> drops = new HashMap<>();
    private final Counters counters = new Counters() {
        @Override
        public Counter counter(String place, String name) {
            throw new AssertionError("a fault is a drop");
        }

        @Override
        public Counter drop(String place, String reason) {
            return drops.computeIfAbsent(place + "." + reason, key -> new Counter(reason));
        }
    };

    @Test
    void everyFaultHasADropCounterOfItsOwn() {
        FaultCounters faults = new FaultCounters(counters, "ip", "in");
        for (Fault fault : Fault.values()) {
            if (fault != Fault.NONE) {
                faults.count(fault);
            }
        }
        faults.count(Fault.HEADER_LENGTH);
        assertEquals(Fault.values().length - 1, drops.size());
        assertEquals(2, drops.get("ip.inHeaderLength").value());
        assertEquals(1, drops.get("ip.inChecksum").value());
        assertNull(drops.get("ip.inNone"));
    }
}
