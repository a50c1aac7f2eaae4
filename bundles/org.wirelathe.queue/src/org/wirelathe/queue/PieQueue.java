package org.wirelathe.queue;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * PIE (RFC 8033): drops at arrival, with a probability that a controller sets every 15 ms. The delay is that of the
 * frame which left last, by its time stamp (§4.3). Each drop is a refusal: {@code early_drop} and {@code overlimit} say
 * why.
 */
final class PieQueue implements PacketQueue {
    private final Scheduler clock;
    private final Timer timer;
    private final PieControl control;
    private final PacketFifo packets = new PacketFifo();
    private final Counter earlyDrop;
    private final Counter overlimit;
    private final Counter ecnMark;
    private final int limitPackets;
    private final long limitBytes;
    private final long period;
    private final long began;
    private final boolean ecn;
    private long bytes;
    private long delay;
    private int fullFrame = Limits.FULL_FRAME;

    /** @param period between two updates, ns */
    PieQueue(NodeContext node, QueueSpec spec, PieControl control, long period, boolean ecn) {
        clock = node.scheduler();
        timer = clock.timer(this::update);
        this.control = control;
        this.period = period;
        this.ecn = ecn;
        began = clock.now();
        limitPackets = spec.limitPackets();
        limitBytes = spec.limitBytes();
        earlyDrop = node.counters().counter(spec.place(), "early_drop");
        overlimit = node.counters().counter(spec.place(), "overlimit");
        ecnMark = node.counters().counter(spec.place(), "ecn_mark");
    }

    /**
     * The updates fall on multiples of the period. While the controller is at rest they would change nothing, and are
     * left out: a queue that has nothing to do costs no event.
     */
    private void update() {
        control.update(delay);
        if (!packets.isEmpty() || !control.atRest()) {
            timer.armAt(clock.now() + period);
        }
    }

    /** Every arrival counts, but while the controller is at rest. */
    @Override
    public boolean mayBypass(Packet frame, int ahead) {
        return ahead == 0 && packets.isEmpty() && control.atRest();
    }

    @Override
    public boolean offer(Packet frame, int ahead) {
        if (packets.size() >= limitPackets || bytes + frame.length() > limitBytes) {
            overlimit.increment();
            return false;
        }
        if (!timer.isArmed()) {
            timer.armAt(began + (clock.now() - began) / period * period + period);
        }
        fullFrame = Limits.largest(fullFrame, frame);
        if (control.drops(bytes, fullFrame) && !marked(frame)) {
            earlyDrop.increment();
            return false;
        }
        frame.time = clock.now();
        packets.add(frame);
        bytes += frame.length();
        return true;
    }

    /** RFC 8033 §5.1: marking is for light congestion, up to 10 %. */
    private boolean marked(Packet frame) {
        if (ecn && control.probability() <= PieControl.ONE / 10 && Ecn.mark(frame)) {
            ecnMark.increment();
            return true;
        }
        return false;
    }

    @Override
    public Packet poll() {
        Packet frame = drain();
        if (frame != null) {
            delay = packets.isEmpty() ? 0 : clock.now() - frame.time;
        }
        return frame;
    }

    @Override
    public Packet drain() {
        Packet frame = packets.poll();
        if (frame != null) {
            bytes -= frame.length();
        }
        return frame;
    }

    @Override
    public int length() {
        return packets.size();
    }

    @Override
    public void gauges(Gauges out) {
        out.gauge("queueBytes", bytes);
        out.gauge("prob", control.probability() / PieControl.PER_BILLIONTH);
        out.gauge("qdelay", delay);
    }

    @Override
    public int lookahead() {
        return 1;
    }

    @Override
    public void close() {
        timer.cancel();
        PacketQueue.super.close();
    }
}
