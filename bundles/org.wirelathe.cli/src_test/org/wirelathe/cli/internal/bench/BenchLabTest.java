package org.wirelathe.cli.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.Lab;
import org.wirelathe.model.LabFile;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.ParseResult;
import org.wirelathe.model.Vocabulary;

class BenchLabTest {
    private static Lab read(String text) {
        ParseResult parsed = LabFile.parse(text, "bench.yaml", Vocabulary.ANY);
        assertEquals(List.of(), parsed.problems());
        return parsed.lab().orElseThrow();
    }

    private static long count(Lab lab, NodeType type) {
        return lab.nodes().stream().filter(node -> node.type() == type).count();
    }

    @Test
    void treesHaveAThousandHostsAndABranchForEachTen() {
        Lab switched = read(HostTree.switched());
        assertEquals(1000, count(switched, NodeType.HOST));
        assertEquals(111, count(switched, NodeType.SWITCH));
        assertEquals(1110, switched.links().size(), "a tree has one cable less than nodes");
        Lab routed = read(HostTree.routed());
        assertEquals(1000, count(routed, NodeType.HOST));
        assertEquals(111, count(routed, NodeType.ROUTER));
        assertEquals(1110, routed.links().size());
        assertEquals(1000, routed.apps().size());
    }

    @Test
    void labsOfTwoHopsAreSound() {
        assertEquals(2, read(BenchLab.twoHops().text()).links().size());
        assertEquals(2, read(BenchLab.transfer().text()).links().size());
    }

    @Test
    void figuresArePerFrameHop() {
        Reading from = new Reading(0, 1_000_000, 100, 10, 20);
        Reading reading = new Reading(0, 3_000_000, 1_100, 2_010, 4_020).since(from);
        assertEquals(1.0, reading.framesPerCpuSecond(), 1e-9, "2000 in 2 ms are a million a second");
        assertEquals(0.5, reading.bytesPerFrame(), 1e-9);
        assertEquals(2.0, reading.eventsPerFrame(), 1e-9);
    }

    @Test
    void onlyWhatThereIsCanBeMeasured() {
        assertTrue(Bench.knows("hops"));
        assertFalse(Bench.knows("everything"));
    }
}
