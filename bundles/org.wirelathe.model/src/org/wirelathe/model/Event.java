package org.wirelathe.model;

import java.util.Optional;

/** Something that the lab does at a set time. */
public sealed interface Event {
    /** When, ns of virtual time. */
    long at();

    /**
     * Live connections change their congestion control.
     *
     * @param at when, ns of virtual time
     * @param node the node whose connections change; empty for every node
     * @param flow only connections to this remote end; empty for every connection
     * @param congestion the name of the new algorithm
     */
    record Swap(long at, Optional<String> node, Optional<Endpoint> flow, String congestion)
            implements Event {}

    /**
     * A cable is cut or mended. Frames on a cable that is cut are lost.
     *
     * @param at when, ns of virtual time
     * @param a the end of the cable that the link has as its {@link Link#a}
     * @param b the end that the link has as its {@link Link#b}
     * @param down true to cut it, false to mend it
     */
    record LinkState(long at, PortRef a, PortRef b, boolean down) implements Event {}
}
