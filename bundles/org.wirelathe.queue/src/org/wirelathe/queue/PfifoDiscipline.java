package org.wirelathe.queue;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;

/** Linux's pfifo: drop-tail, limited in packets; the ring in the device comes on top. */
@Component
public final class PfifoDiscipline implements QueueDiscipline {
    @Override
    public String name() {
        return "pfifo";
    }

    @Override
    public PacketQueue create(NodeContext node, QueueSpec spec) {
        return new LimitedQueue(spec.limitPackets(), spec.limitBytes());
    }
}
