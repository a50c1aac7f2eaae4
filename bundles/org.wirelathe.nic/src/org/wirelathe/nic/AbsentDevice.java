package org.wirelathe.nic;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;

/** Stands where no driver is: frames vanish and are counted, as at a pulled card. */
record AbsentDevice(Counter drops) implements NetDevice {
    @Override
    public boolean transmit(Packet frame) {
        drops.increment();
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
