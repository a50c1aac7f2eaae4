package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.queue.QueueDiscipline;

/**
 * The standard scenario with four greedy flows. {@code JAVA_TOOL_OPTIONS=-Dwirelathe.figures=true releng/quick.sh
 * org.wirelathe.queue --include-classname='.*ScenarioTest'} prints the table of docs/queues.md.
 */
class ScenarioTest {
    private static final boolean FIGURES = Boolean.getBoolean("wirelathe.figures");
    private static final int ECT = 2;
    private static final int LOW_DELAY = 0x10;
    private static final int FLOWS = 4;

    private static Scenario run(QueueDiscipline discipline, int tos, Object... settings) {
        Scenario scenario = run(discipline, FLOWS, tos, settings);
        if (FIGURES) {
            run(discipline, 4 * FLOWS, tos, settings);
        }
        return scenario;
    }

    private static Scenario run(QueueDiscipline discipline, int flows, int tos, Object... settings) {
        Scenario scenario = new Scenario(node -> node.queue(discipline, settings), flows, tos, LOW_DELAY).run();
        assertEquals(0, scenario.close(), "packets and timers left over");
        if (FIGURES) {
            System.out.printf(Locale.ROOT, "| %d | %s%s | %.1f | %.1f | %.1f | %.2f | %.2f | %d | %.1f | %d | %d |%n",
                    flows, discipline.name(), tos == ECT ? ", ECN" : "", scenario.standingDelay(),
                    scenario.meanDelay(), scenario.delay95(), scenario.sparseMean(), scenario.sparse99(),
                    scenario.sparseLost(), scenario.utilisation(), scenario.drops(), scenario.marks());
        }
        return scenario;
    }

    @Test // what the others are measured against: a queue that fills until it is full
    void pfifoLetsItAllStand() {
        Scenario scenario = run(new PfifoDiscipline(), 0);
        assertTrue(scenario.meanDelay() > 500, scenario.meanDelay() + " ms");
        assertTrue(scenario.sparseMean() > 500, scenario.sparseMean() + " ms");
    }

    @Test // B15: a frame with a better band waits for the one on the line and no other: 1.2112 ms
    void b15PfifoFastLetsLowDelayPass() {
        Scenario scenario = run(new PfifoFastDiscipline(), 0);
        assertTrue(scenario.meanDelay() > 500, scenario.meanDelay() + " ms");
        assertTrue(scenario.sparse99() <= 1.2112, scenario.sparse99() + " ms");
        assertEquals(0, scenario.sparseLost());
    }

    @Test // FJ93 §1: the average queue stands between the thresholds, 8 and 24 ms
    void redHoldsTheAverageBetweenItsThresholds() {
        Scenario scenario = run(new RedDiscipline(), 0, "min", 10_000, "max", 30_000);
        assertTrue(scenario.meanDelay() > 8 && scenario.meanDelay() < 24, scenario.meanDelay() + " ms");
        assertTrue(scenario.utilisation() > 99, scenario.utilisation() + " %");
    }

    @Test // RFC 8289 §4.3: the standing queue, the least delay within an interval, is at most the target of 5 ms
    void codelHoldsTheStandingDelayAtItsTarget() {
        for (int ecn = 0; ecn < 2; ecn++) {
            Scenario scenario = run(new CodelDiscipline(), ecn * ECT, "ecn", ecn);
            assertTrue(scenario.standingDelay() > 2 && scenario.standingDelay() < 5, scenario.standingDelay() + " ms");
            assertTrue(scenario.meanDelay() < 10, scenario.meanDelay() + " ms");
            assertTrue(scenario.utilisation() > 98, scenario.utilisation() + " %");
        }
    }

    @Test // RFC 8290 §1.3: a sparse flow waits for the frame on the line, and perhaps one more that is new
    void fqCodelLetsTheSparseFlowPass() {
        for (int ecn = 0; ecn < 2; ecn++) {
            Scenario scenario = run(new FqCodelDiscipline(), ecn * ECT, "ecn", ecn);
            assertTrue(scenario.standingDelay() < 5, scenario.standingDelay() + " ms");
            assertTrue(scenario.meanDelay() < 10, scenario.meanDelay() + " ms");
            assertTrue(scenario.sparse99() < 2 * 1.2112, scenario.sparse99() + " ms");
            assertEquals(0, scenario.sparseLost());
            assertTrue(scenario.utilisation() > 93, scenario.utilisation() + " %");
            assertEquals(ecn == 1, scenario.drops() == 0 && scenario.marks() > 0, "marks instead of drops");
        }
    }

    @Test // RFC 8033 §4.2: the delay is held at the target of 15 ms
    void pieHoldsTheDelayAtItsTarget() {
        for (int ecn = 0; ecn < 2; ecn++) {
            Scenario scenario = run(new PieDiscipline(), ecn * ECT, "ecn", ecn);
            assertEquals(15, scenario.meanDelay(), 2);
            assertTrue(scenario.utilisation() > 99, scenario.utilisation() + " %");
        }
    }
}
