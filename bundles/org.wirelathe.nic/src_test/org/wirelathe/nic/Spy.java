package org.wirelathe.nic;

import java.util.List;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.packet.Packet;

/** Stands around a device and writes down what passes. */
record Spy(NetDevice inner, List<String> seen) implements NetDevice {
    @Override
    public boolean transmit(Packet frame) {
        seen.add("out " + frame.bytes[frame.head]);
        return inner.transmit(frame);
    }

    @Override
    public int waiting() {
        return inner.waiting();
    }

    @Override
    public void listener(Listener listener) {
        inner.listener(new Listener() {
            @Override
            public void writable() {
                listener.writable();
            }

            @Override
            public void received(Packet frame) {
                seen.add("in " + frame.bytes[frame.head]);
                listener.received(frame);
            }
        });
    }

    @Override
    public void detach(FrameReceiver unsent) {
        inner.detach(unsent);
    }
}
