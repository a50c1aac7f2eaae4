package org.wirelathe.queue;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;

/**
 * Random Early Detection (Floyd and Jacobson 1993), counted in bytes, as Linux's red. Each decision is made at arrival:
 * a drop is a refusal, and the counters {@code prob_drop}, {@code forced_drop} and {@code pdrop} (the queue itself is
 * full) say why; {@code prob_mark} and {@code forced_mark} count the frames marked in place of a drop.
 */
final class RedQueue implements PacketQueue {
    private static final long BITS_TIMES_NS = 8_000_000_000L;
    private static final long WHOLE = 1_000_000_000;
    private static final long NOT_IDLE = -1;

    private final Scheduler clock;
    private final RandomStream random;
    private final LimitedQueue queue;
    private final RedAverage average;
    private final boolean ecn;
    /** Thresholds in the scale of the average. */
    private final long min;
    private final long max;
    /** Marks lie so far apart, in units of the average's excess over min: from 0 to this, evenly. */
    private final long range;
    /** ns in which a typical frame leaves. */
    private final long frameTime;
    private final Counter probDrop;
    private final Counter probMark;
    private final Counter forcedDrop;
    private final Counter forcedMark;
    private final Counter pdrop;
    /** Frames since the last mark; -1 while the average is not between the thresholds. */
    private long count = -1;
    /** What the excess over min, times {@link #count}, has to reach for the next mark. */
    private long drawn;
    private long idleSince;

    /** @param probability of a mark when the average is at max, parts per billion */
    RedQueue(NodeContext node, QueueSpec spec, RedAverage average, long limit, long min, long max, long probability,
            boolean ecn, int avpkt) {
        clock = node.scheduler();
        random = node.random(spec.place() + ".red");
        queue = new LimitedQueue(spec.limitPackets(), limit);
        this.average = average;
        this.ecn = ecn;
        this.min = min << average.shift();
        this.max = max << average.shift();
        range = Math.max(1, (this.max - this.min) / probability * WHOLE
                + (this.max - this.min) % probability * WHOLE / probability);
        frameTime = Math.max(1, avpkt * BITS_TIMES_NS / spec.bitsPerSecond());
        probDrop = node.counters().counter(spec.place(), "prob_drop");
        probMark = node.counters().counter(spec.place(), "prob_mark");
        forcedDrop = node.counters().counter(spec.place(), "forced_drop");
        forcedMark = node.counters().counter(spec.place(), "forced_mark");
        pdrop = node.counters().counter(spec.place(), "pdrop");
        idleSince = clock.now();
    }

    /** Every arrival moves the average. */
    @Override
    public boolean mayBypass(Packet frame, int ahead) {
        return false;
    }

    @Override
    public boolean offer(Packet frame, int ahead) {
        if (idleSince == NOT_IDLE) {
            average.arrival(queue.bytes());
        } else {
            long frames = (clock.now() - idleSince) / frameTime;
            average.idle(frames);
            idleSince += frames * frameTime;
        }
        boolean passes = average.scaled() < min ? passBelow()
                : average.scaled() < max ? passBetween(frame) : passAbove(frame);
        if (!passes) {
            return false;
        }
        if (!queue.offer(frame, ahead)) {
            pdrop.increment();
            return false;
        }
        idleSince = NOT_IDLE;
        return true;
    }

    private boolean passBelow() {
        count = -1;
        return true;
    }

    private boolean passBetween(Packet frame) {
        if (++count == 0) {
            drawn = random.below(range);
            return true;
        }
        long excess = average.scaled() - min;
        if (excess == 0 || count < Math.ceilDiv(drawn, excess)) {
            return true;
        }
        count = 0;
        drawn = random.below(range);
        return marked(frame, probMark, probDrop);
    }

    private boolean passAbove(Packet frame) {
        count = -1;
        return marked(frame, forcedMark, forcedDrop);
    }

    private boolean marked(Packet frame, Counter marks, Counter drops) {
        if (ecn && Ecn.mark(frame)) {
            marks.increment();
            return true;
        }
        drops.increment();
        return false;
    }

    @Override
    public Packet poll() {
        Packet frame = queue.poll();
        if (queue.length() == 0 && idleSince == NOT_IDLE) {
            idleSince = clock.now();
        }
        return frame;
    }

    @Override
    public int length() {
        return queue.length();
    }

    @Override
    public void gauges(Gauges out) {
        out.gauge("queueBytes", queue.bytes());
        out.gauge("qavg", average.value());
    }

    @Override
    public int lookahead() {
        return 1;
    }

    /** The average queue in bytes. */
    long averageBytes() {
        return average.value();
    }
}
