package org.wirelathe.api.queue;

import org.wirelathe.api.node.NodeContext;

/** Service: a queue discipline. */
public interface QueueDiscipline {
    /** Name in lab files, e.g. {@code fifo}. */
    String name();

    /** A queue of its kind. */
    PacketQueue create(NodeContext node, QueueSpec spec);
}
