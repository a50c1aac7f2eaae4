package org.wirelathe.nic;

import org.wirelathe.api.nic.DescriptorRing;
import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.Nic;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;

/** The ring driver at work on one card (B1 to B6). */
final class RingDevice implements NetDevice {
    private final Nic nic;
    private final PacketPool packets;
    private final DescriptorRing txRing;
    private final DescriptorRing rxRing;
    private Listener listener;
    /** Whether a frame was refused and the listener waits to hear of room. */
    private boolean refused;

    RingDevice(Nic nic, PacketPool packets) {
        this.nic = nic;
        this.packets = packets;
        txRing = nic.txRing();
        rxRing = nic.rxRing();
        while (rxRing.room() > 0) {
            rxRing.post(packets.take());
        }
        nic.interruptHandler(this::interrupt);
        nic.enableInterrupts(true);
    }

    @Override
    public void listener(Listener listener) {
        this.listener = listener;
    }

    @Override
    public boolean transmit(Packet frame) {
        if (txRing.room() == 0 && !reclaim()) {
            refused = true;
            // Room for half a ring at once: one interrupt for many frames, and the line never runs dry meanwhile.
            nic.interruptWhenSent(txRing.size() / 2);
            return false;
        }
        txRing.post(frame);
        nic.doorbell();
        return true;
    }

    @Override
    public int waiting() {
        if (txRing.outstanding() == 0) {
            return 0;
        }
        reclaim();
        // The oldest frame in work is on its way out: the card begins with the next as soon as the line is free.
        return Math.max(0, txRing.outstanding() - 1);
    }

    /** Takes back the descriptors of frames that have been sent; returns whether there is room now. */
    private boolean reclaim() {
        nic.writeBack();
        txRing.reclaimConsumed();
        return txRing.room() > 0;
    }

    private void interrupt() {
        if (refused && reclaim()) {
            refused = false;
            listener.writable();
        }
        poll();
    }

    /** Hands up what has arrived, and posts a fresh buffer for each frame before the next may need it. */
    private void poll() {
        while (rxRing.reclaimable() > 0) {
            Packet frame = rxRing.reclaim();
            rxRing.post(packets.take());
            listener.received(frame);
        }
    }

    @Override
    public void detach(FrameReceiver unsent) {
        nic.interruptHandler(null);
        poll();
        for (Packet buffer = rxRing.unpost(); buffer != null; buffer = rxRing.unpost()) {
            buffer.release();
        }
        reclaim();
        Packet oldest = null;
        for (Packet frame = txRing.unpost(); frame != null; frame = txRing.unpost()) {
            frame.next = oldest;
            oldest = frame;
        }
        while (oldest != null) {
            Packet frame = oldest;
            oldest = frame.next;
            frame.next = null;
            unsent.received(frame);
        }
    }
}
