package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.queue.TestNode.MS;

import java.util.Locale;

import org.junit.jupiter.api.Test;

/**
 * Why CoDel lets the more stand the more flows there are, told by its gauges. With {@code -Dwirelathe.figures=true} as
 * in {@link ScenarioTest} it prints the table of docs/queues.md.
 */
class CodelLoadTest {
    private static final int LOW_DELAY = 0x10;

    private static CodelWatch run(int flows, long interval) {
        CodelWatch watch = new CodelWatch(interval);
        Scenario scenario = new Scenario(watch::make, flows, 0, LOW_DELAY).run();
        watch.standing = scenario.standingDelay();
        assertEquals(0, scenario.close(), "packets and timers left over");
        if (Boolean.getBoolean("wirelathe.figures")) {
            System.out.printf(Locale.ROOT,
                    "| %d | %d | %.1f | %.1f | %.0f | %.1f | %.1f | %.0f | %.0f | %.1f | %.1f | %.1f |%n", flows,
                    interval / MS, watch.standing, watch.drops(), 100 * watch.share(), watch.meanCount(),
                    watch.lawRate(), watch.countAtEntry(), watch.countAtExit(), watch.delayAtExit(), watch.delayAtEntry(), watch.peak());
        }
        return watch;
    }

    @Test // RFC 8289 §5.6: count drops 10 sqrt(count) frames a second; with the entries' own drops that is all there are
    void theDropsAreThoseOfTheControlLaw() {
        for (int flows : new int[] {8, 16, 32}) {
            CodelWatch watch = run(flows, 100 * MS);
            double byLaw = watch.share() * watch.lawRate();
            assertTrue(byLaw < watch.drops(), byLaw + " and the first of each spell are " + watch.drops());
            assertEquals(watch.drops(), byLaw + watch.spellsPerSecond(), watch.drops() / 20, flows + " flows");
        }
    }

    @Test // RFC 8289 §4.3, §5.5: an interval without a drop before each spell, which begins with the last one's growth
    void eachSpellBeginsAnIntervalLateAndWithHalfOfTheCount() {
        CodelWatch watch = run(16, 100 * MS);
        double calm = (1 - watch.share()) / watch.spellsPerSecond();
        assertTrue(calm >= 0.1 && calm < 0.13, calm + " s");
        assertEquals(watch.countAtExit() - watch.countAtEntry(), watch.countAtEntry(), 3);
        assertTrue(watch.delayAtExit() < 5, watch.delayAtExit() + " ms: the target is what ends a spell");
        assertTrue(watch.delayAtEntry() > 3 * 5, watch.delayAtEntry() + " ms: 16 windows have grown unchecked");
        assertTrue(watch.peak() > watch.delayAtEntry() + 5, watch.peak() + " ms: the count it begins with is too small");
    }

    @Test // were it not for interval and control law, the target alone would hold; with half the interval less stands
    void halfTheIntervalHalvesWhatStands() {
        CodelWatch half = run(16, 50 * MS);
        assertTrue(half.standing < 0.6 * run(16, 100 * MS).standing, half.standing + " ms");
        run(4, 100 * MS);
    }
}
