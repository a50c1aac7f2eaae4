package org.wirelathe.queue;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;

/** Linux's bfifo: drop-tail, limited in bytes; a limit in packets counts full frames. */
@Component
public final class BfifoDiscipline implements QueueDiscipline {
    @Override
    public String name() {
        return "bfifo";
    }

    @Override
    public PacketQueue create(NodeContext node, QueueSpec spec) {
        return new LimitedQueue(Integer.MAX_VALUE, Limits.bytes(spec, Limits.FULL_FRAME));
    }
}
