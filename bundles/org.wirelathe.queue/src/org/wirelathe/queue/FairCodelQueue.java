package org.wirelathe.queue;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.time.Scheduler;

/**
 * FQ-CoDel (RFC 8290): flows by hash, deficit round robin among them, new flows first, CoDel in each. A limit in bytes
 * is that of Linux's memory_limit.
 */
final class FairCodelQueue implements PacketQueue {
    private final Scheduler clock;
    private final Codel codel;
    private final FlowHash hash;
    private final Flow[] flows;
    private final FlowList newFlows = new FlowList();
    private final FlowList oldFlows = new FlowList();
    private final DropPoint overlimit;
    private final Counter newFlowCount;
    private final long quantum;
    private final int dropBatch;
    private final int limitPackets;
    private final long limitBytes;

    FairCodelQueue(NodeContext node, QueueSpec spec, CodelSettings settings, int flows, long quantum, int dropBatch) {
        clock = node.scheduler();
        codel = new Codel(node, spec.place(), settings);
        hash = new FlowHash(node.random(spec.place() + ".fq_codel").nextLong());
        this.flows = new Flow[flows];
        for (int i = 0; i < flows; i++) {
            this.flows[i] = new Flow(codel);
        }
        overlimit = new DropPoint(node, spec.place(), "drop_overlimit");
        newFlowCount = node.counters().counter(spec.place(), "new_flow_count");
        this.quantum = quantum;
        this.dropBatch = dropBatch;
        limitPackets = spec.limitPackets();
        limitBytes = spec.limitBytes();
    }

    @Override
    public boolean mayBypass(Packet frame, int ahead) {
        return ahead == 0 && codel.packets() == 0;
    }

    /** Takes every frame (RFC 8290 §4.1); above the limit the fattest flow pays, which may be the frame's own. */
    @Override
    public boolean offer(Packet frame, int ahead) {
        if (codel.packets() == 0) {
            forgetRounds();
        }
        Flow flow = flows[hash.flow(frame, flows.length)];
        flow.add(frame, clock.now());
        if (!flow.listed) {
            newFlows.add(flow);
            flow.deficit = quantum;
            newFlowCount.increment();
        }
        if (codel.packets() > limitPackets || codel.bytes() > limitBytes) {
            dropFromFattest();
        }
        return true;
    }

    /** What asking the empty queue once more would have done: every flow is new again. */
    private void forgetRounds() {
        newFlows.clear();
        oldFlows.clear();
    }

    /**
     * Drops half of the bytes of the flow that has the most, a batch of frames at most, as Linux does (RFC 8290 §4.1
     * has half of its packets): the search among all flows is then paid by many drops, and by none while the limit
     * holds.
     */
    private void dropFromFattest() {
        Flow fattest = flows[0];
        for (Flow flow : flows) {
            if (flow.bytes() > fattest.bytes()) {
                fattest = flow;
            }
        }
        long enough = fattest.bytes() >> 1;
        int dropped = 0;
        long bytes = 0;
        do {
            Packet frame = fattest.take();
            bytes += frame.length();
            overlimit.drop(frame);
            dropped++;
        } while (dropped < dropBatch && bytes < enough);
        fattest.dropped(dropped);
    }

    /** RFC 8290 §4.2. */
    @Override
    public Packet poll() {
        long now = clock.now();
        while (true) {
            boolean fresh = newFlows.first() != null;
            FlowList list = fresh ? newFlows : oldFlows;
            Flow flow = list.first();
            if (flow == null) {
                return null;
            }
            if (flow.deficit <= 0) {
                flow.deficit += quantum;
                oldFlows.add(list.removeFirst());
                continue;
            }
            Packet frame = flow.poll(now);
            if (frame != null) {
                flow.deficit -= frame.length();
                return frame;
            }
            list.removeFirst();
            // A new flow that is empty goes behind the old ones first: or it would come back as new, and starve them.
            if (fresh && oldFlows.first() != null) {
                oldFlows.add(flow);
            }
        }
    }

    private int occupied() {
        int occupied = 0;
        for (Flow flow : flows) {
            occupied += flow.size() > 0 ? 1 : 0;
        }
        return occupied;
    }

    /** In the order of the rounds, with no regard to deficits. */
    @Override
    public Packet drain() {
        while (true) {
            FlowList list = newFlows.first() != null ? newFlows : oldFlows;
            Flow flow = list.first();
            if (flow == null) {
                return null;
            }
            Packet frame = flow.take();
            if (frame != null) {
                return frame;
            }
            list.removeFirst();
        }
    }

    @Override
    public int length() {
        return codel.packets();
    }

    @Override
    public void gauges(Gauges out) {
        out.gauge("queueBytes", codel.bytes());
        out.gauge("flows", occupied());
        out.gauge("new_flows_len", newFlows.length());
        out.gauge("old_flows_len", oldFlows.length());
    }

    @Override
    public int lookahead() {
        return 1;
    }
}
