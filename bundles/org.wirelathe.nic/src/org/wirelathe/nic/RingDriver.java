package org.wirelathe.nic;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.Nic;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.node.NodeContext;

/** The standard driver: keeps both rings full of what belongs in them, and looks when the card interrupts. */
@Component
public final class RingDriver implements NicDriver {
    @Override
    public String name() {
        return "ring";
    }

    @Override
    public NetDevice attach(Nic nic, NodeContext node, String place) {
        return new InterruptDevice(nic, node, place);
    }
}
