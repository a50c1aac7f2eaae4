package org.wirelathe.lab.internal.build;

import java.util.HashMap;
import java.util.Map;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.lab.LabException;
import org.wirelathe.model.Queue;

/** Makes queues as the lab file describes them. */
final class QueueMaker {
    private final Parts parts;
    private final Map<String, QueueDiscipline> disciplines = new HashMap<>();

    QueueMaker(Parts parts) {
        this.parts = parts;
    }

    /** @param bitsPerSecond rate of the line behind it */
    PacketQueue create(NodeContext node, String place, Queue queue, long bitsPerSecond) throws LabException {
        return discipline(queue.type()).create(node, spec(place, queue, bitsPerSecond));
    }

    QueueDiscipline discipline(String name) throws LabException {
        QueueDiscipline discipline = disciplines.get(name);
        if (discipline == null) {
            discipline = parts.named(Kind.QUEUE, name);
            disciplines.put(name, discipline);
        }
        return discipline;
    }

    static QueueSpec spec(String place, Queue queue, long bitsPerSecond) {
        boolean packets = queue.unit() == Queue.Unit.PACKETS;
        return new QueueSpec(place, packets ? (int) queue.limit() : Integer.MAX_VALUE,
                packets ? Long.MAX_VALUE : queue.limit(), bitsPerSecond, queue.settings());
    }
}
