package org.wirelathe.queue;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;

/** First in, first out, drop-tail, limited in packets: Linux's pfifo. */
@Component
public final class FifoDiscipline implements QueueDiscipline {
    @Override
    public String name() {
        return "fifo";
    }

    @Override
    public PacketQueue create(NodeContext node, QueueSpec spec) {
        return new FifoQueue(spec.limitPackets());
    }
}
