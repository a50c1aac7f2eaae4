package org.wirelathe.queue;

import static org.wirelathe.queue.TestNode.MS;
import static org.wirelathe.queue.TestNode.SECOND;

import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.time.Timer;

/** Looks at a CoDel's gauges ten times a millisecond, from 10 s to 60 s; a spell is a stay in the drop state. */
final class CodelWatch implements Gauges {
    private static final long FROM = 10 * SECOND;
    private static final long TO = 60 * SECOND;
    private static final long STEP = MS / 10;

    double standing;
    private final long interval;
    private TestNode node;
    private PacketQueue queue;
    private Timer timer;
    private long dropsBefore;
    private long count;
    private boolean dropping;
    private long delay;
    private boolean wasDropping;
    private long countBefore;
    private long greatest;
    private long looks;
    private long looksDropping;
    private long entries;
    private long exits;
    private double sumOfCounts;
    private double sumOfRates;
    private double countsAtEntry;
    private double countsAtExit;
    private double delaysAtEntry;
    private double delaysAtExit;
    private double peaks;

    /** @param interval CoDel's, ns */
    CodelWatch(long interval) {
        this.interval = interval;
    }

    PacketQueue make(TestNode scenario) {
        node = scenario;
        queue = node.queue(new CodelDiscipline(), "interval", interval);
        timer = node.clock.timer(this::look);
        timer.armAt(FROM);
        return queue;
    }

    private void look() {
        if (looks++ == 0) {
            dropsBefore = node.dropped();
        }
        queue.gauges(this);
        if (dropping) {
            looksDropping++;
            sumOfCounts += count;
            sumOfRates += Math.sqrt(count) * SECOND / interval;
            greatest = Math.max(greatest, delay);
        }
        if (dropping && !wasDropping) {
            entries++;
            countsAtEntry += count;
            delaysAtEntry += delay;
        } else if (!dropping && wasDropping) {
            exits++;
            countsAtExit += countBefore;
            delaysAtExit += delay;
            peaks += greatest;
            greatest = 0;
        }
        wasDropping = dropping;
        countBefore = count;
        if (node.clock.now() + STEP < TO) {
            timer.armAt(node.clock.now() + STEP);
        }
    }

    @Override
    public void gauge(String name, long value) {
        switch (name) {
            case "count" -> count = value;
            case "dropping" -> dropping = value == 1;
            case "ldelay" -> delay = value;
            default -> { }
        }
    }

    /** Per second. */
    double drops() {
        return (node.dropped() - dropsBefore) * (double) SECOND / (TO - FROM);
    }

    /** How much of the time it was in the drop state. */
    double share() {
        return (double) looksDropping / looks;
    }

    double spellsPerSecond() {
        return entries * (double) SECOND / (TO - FROM);
    }

    /** In the drop state. */
    double meanCount() {
        return sumOfCounts / looksDropping;
    }

    /** Drops per second that the control law asks for in the drop state. */
    double lawRate() {
        return sumOfRates / looksDropping;
    }

    double countAtEntry() {
        return countsAtEntry / entries;
    }

    double countAtExit() {
        return countsAtExit / exits;
    }

    /** ms. */
    double delayAtEntry() {
        return delaysAtEntry / entries / MS;
    }

    /** ms. */
    double delayAtExit() {
        return delaysAtExit / exits / MS;
    }

    /** The greatest delay of a spell, ms. */
    double peak() {
        return peaks / exits / MS;
    }
}
