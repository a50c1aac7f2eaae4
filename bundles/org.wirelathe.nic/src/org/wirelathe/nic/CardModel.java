package org.wirelathe.nic;

import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.nic.NicModel;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.queue.PacketQueue;

/** Makes cards and the interfaces that hold them. */
@Component
public final class CardModel implements NicModel {
    @Override
    public NetworkInterface create(NodeContext node, NicSpec spec, LinePort port, NicDriver driver, PacketQueue queue) {
        return new WiredInterface(node, spec, new Card(node, spec, port), driver, queue);
    }
}
