package org.wirelathe.queue;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.time.Scheduler;

/** A queue that holds the standing delay at a target by drops at its head, or marks. */
final class CodelQueue implements PacketQueue {
    private final Scheduler clock;
    private final Codel codel;
    private final CodelFifo fifo;
    private final Counter dropOverlimit;
    private final int limitPackets;
    private final long limitBytes;

    CodelQueue(NodeContext node, QueueSpec spec, CodelSettings settings) {
        clock = node.scheduler();
        codel = new Codel(node, spec.place(), settings);
        fifo = new CodelFifo(codel);
        dropOverlimit = node.counters().counter(spec.place(), "drop_overlimit");
        limitPackets = spec.limitPackets();
        limitBytes = spec.limitBytes();
    }

    /** A frame that does not wait has no delay: CoDel would do nothing with it but let it pass. */
    @Override
    public boolean mayBypass(Packet frame, int ahead) {
        return ahead == 0 && fifo.size() == 0;
    }

    @Override
    public boolean offer(Packet frame, int ahead) {
        if (fifo.size() >= limitPackets || fifo.bytes() + frame.length() > limitBytes) {
            dropOverlimit.increment();
            return false;
        }
        fifo.add(frame, clock.now());
        return true;
    }

    @Override
    public Packet poll() {
        return fifo.poll(clock.now());
    }

    @Override
    public Packet drain() {
        return fifo.take();
    }

    @Override
    public int length() {
        return codel.packets();
    }

    @Override
    public void gauges(Gauges out) {
        fifo.gauges(out);
    }

    @Override
    public int lookahead() {
        return 1;
    }
}
