package org.example.queue.headdrop;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;

/** Drops the oldest frame when it is full, not the newest: the sender hears of the loss a whole queue earlier. */
@Component
public final class HeadDrop implements QueueDiscipline {
    @Override
    public String name() {
        return "head_drop";
    }

    @Override
    public PacketQueue create(NodeContext node, QueueSpec spec) {
        return new Queue(spec.limitPackets(), node.counters().drop(spec.place(), "head_drop"));
    }

    /** One interface's. */
    private static final class Queue implements PacketQueue {
        private final int limit;
        private final Counter drops;
        private final PacketFifo frames = new PacketFifo();

        Queue(int limit, Counter drops) {
            this.limit = limit;
            this.drops = drops;
        }

        /** Straight to an idle device, unless it would overtake. */
        @Override
        public boolean mayBypass(Packet frame, int ahead) {
            return ahead == 0 && frames.isEmpty();
        }

        /** Never refuses. What it drops it had accepted, so it counts and releases it. */
        @Override
        public boolean offer(Packet frame, int ahead) {
            frames.add(frame);
            if (frames.size() > limit) {
                drops.increment();
                frames.poll().release();
            }
            return true;
        }

        @Override
        public Packet poll() {
            return frames.poll();
        }

        @Override
        public int length() {
            return frames.size();
        }

        /** Frames wait here, where the oldest can still be dropped, and not in the device. */
        @Override
        public int lookahead() {
            return 1;
        }
    }
}
