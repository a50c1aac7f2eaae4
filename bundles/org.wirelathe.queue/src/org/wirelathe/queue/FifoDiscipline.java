package org.wirelathe.queue;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;

/**
 * First in, first out, drop-tail. Limited in packets, it counts those in the ring too, which lets them wait there at no
 * cost; limited in bytes it is {@code bfifo}.
 */
@Component
public final class FifoDiscipline implements QueueDiscipline {
    @Override
    public String name() {
        return "fifo";
    }

    @Override
    public PacketQueue create(NodeContext node, QueueSpec spec) {
        return spec.limitBytes() == Long.MAX_VALUE ? new FifoQueue(spec.limitPackets())
                : new LimitedQueue(spec.limitPackets(), spec.limitBytes());
    }
}
