package org.wirelathe.api.queue;

import java.util.List;
import org.wirelathe.api.node.NodeContext;

/** Service: a queue discipline. */
public interface QueueDiscipline {
    /** Name in lab files, e.g. {@code fifo}. */
    String name();

    /** What can be set on a queue of this kind, besides its limit. */
    default List<Setting> settings() {
        return List.of();
    }

    /** A queue of its kind. */
    PacketQueue create(NodeContext node, QueueSpec spec);
}
