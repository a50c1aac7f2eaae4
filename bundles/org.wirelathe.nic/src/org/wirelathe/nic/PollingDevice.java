package org.wirelathe.nic;

import org.wirelathe.api.nic.Nic;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.time.Timer;

/** Looks at fixed times and never lets an interrupt through. */
final class PollingDevice extends RingDevice {
    private final long interval;
    private final Timer tick;

    PollingDevice(Nic nic, NodeContext node, String place, long interval) {
        super(nic, node, place);
        this.interval = interval;
        tick = node.scheduler().timer(this::poll);
        nic.interruptHandler(null);
        nic.enableInterrupts(false);
        tick.armAt(node.scheduler().now() + interval);
    }

    private void poll() {
        tick.armAt(node.scheduler().now() + interval);
        schedule();
    }

    @Override
    void idle() {
        // The next look comes at its time.
    }

    @Override
    void stop() {
        tick.cancel();
    }
}
