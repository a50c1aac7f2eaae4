package org.wirelathe.queue;

/** One of FQ-CoDel's queues (RFC 8290 §3). */
final class Flow extends CodelFifo {
    /** The flow behind this one in its list, {@code null} for the last; see {@link FlowList}. */
    Flow next;
    /** Whether it stands in one of the lists. */
    boolean listed;
    /** Bytes it may still send in this round. */
    long deficit;

    Flow(Codel codel) {
        super(codel);
    }
}
