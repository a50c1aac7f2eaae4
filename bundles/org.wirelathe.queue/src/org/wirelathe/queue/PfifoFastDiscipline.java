package org.wirelathe.queue;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;

/** Linux's pfifo_fast: three bands by the TOS byte, with nothing to set. The limit is that of each band. */
@Component
public final class PfifoFastDiscipline implements QueueDiscipline {
    private static final int BANDS = 3;

    @Override
    public String name() {
        return "pfifo_fast";
    }

    @Override
    public PacketQueue create(NodeContext node, QueueSpec spec) {
        byte[] bandOf = new byte[Priority.COUNT];
        for (int priority = 0; priority < Priority.COUNT; priority++) {
            bandOf[priority] = (byte) Priority.standardBand(priority);
        }
        return new BandQueue(node, spec, BANDS, bandOf);
    }
}
