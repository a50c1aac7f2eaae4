package org.wirelathe.nic;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Stage;

/** Stands where no driver is: frames vanish and are counted, as at a pulled card. */
record AbsentDevice(NodeContext node, Counter drops) implements NetDevice {
    @Override
    public boolean transmit(Packet frame) {
        drops.increment();
        if (node.probes().on) {
            node.probes().packet(Stage.DROP, node.name(), drops.name(), frame);
        }
        frame.release();
        return true;
    }

    @Override
    public int waiting() {
        return 0;
    }

    @Override
    public void listener(Listener listener) {
        // Nothing will ever come.
    }

    @Override
    public void detach(FrameReceiver unsent) {
        // It holds nothing.
    }
}
