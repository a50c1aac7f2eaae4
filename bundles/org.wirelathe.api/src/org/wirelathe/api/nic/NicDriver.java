package org.wirelathe.api.nic;

import org.wirelathe.api.node.NodeContext;

/** Service: a driver. */
public interface NicDriver {
    /** Name in lab files, e.g. {@code ring}. */
    String name();

    /**
     * Takes over a card.
     *
     * @param place the interface's name for counters
     */
    NetDevice attach(Nic nic, NodeContext node, String place);
}
