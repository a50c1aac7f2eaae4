package org.wirelathe.nic;

import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.Nic;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.node.NodeContext;

/** A driver that finds its card wanting. */
final class FailingDriver implements NicDriver {
    @Override
    public String name() {
        return "failing";
    }

    @Override
    public NetDevice attach(Nic nic, NodeContext node, String place) {
        throw new IllegalStateException("no such card");
    }
}
