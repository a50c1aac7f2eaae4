package org.wirelathe.nic;

import org.wirelathe.api.nic.Nic;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.probe.Stage;

/**
 * Looks when the card interrupts (B6, B7): the hard interrupt switches further interrupts off and leaves the rest to
 * the soft interrupt, which switches them on again when it has left nothing: NAPI.
 */
final class InterruptDevice extends RingDevice {
    InterruptDevice(Nic nic, NodeContext node, String place) {
        super(nic, node, place);
        nic.interruptHandler(this::interrupt);
        nic.enableInterrupts(true);
    }

    private void interrupt() {
        nic.enableInterrupts(false);
        if (probes.on) {
            for (int i = 0; i < rxRing.reclaimable(); i++) {
                probes.packet(Stage.INTERRUPT, node.name(), place, rxRing.packet(i));
            }
        }
        schedule();
    }

    @Override
    void idle() {
        nic.enableInterrupts(true);
    }

    @Override
    void stop() {
        nic.interruptHandler(null);
    }
}
