package org.wirelathe.nic;

import org.wirelathe.api.nic.DescriptorRing;
import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.Nic;
import org.wirelathe.api.node.Cpu;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.node.SoftInterrupt;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;

/**
 * A driver's work on both rings (B1 to B6), but for the question when to look: posts what is to be sent, keeps the RX
 * ring full of empty buffers, and polls what has arrived in rounds with a budget, as a soft interrupt.
 */
abstract class RingDevice implements NetDevice, SoftInterrupt {
    final Nic nic;
    final NodeContext node;
    final String place;
    final Cpu cpu;
    final Probes probes;
    private final DescriptorRing txRing;
    final DescriptorRing rxRing;
    private final Gro gro;
    private final Counter softInterrupts;
    private final Counter softInterruptTime;
    private Listener listener;
    private boolean merging;
    /** Whether a frame was refused and the listener waits to hear of room. */
    private boolean refused;
    private boolean polling;
    private boolean detached;

    RingDevice(Nic nic, NodeContext node, String place) {
        this.nic = nic;
        this.node = node;
        this.place = place;
        cpu = node.cpu();
        probes = node.probes();
        txRing = nic.txRing();
        rxRing = nic.rxRing();
        gro = new Gro(node, place, this::up);
        softInterrupts = node.counters().counter(place, "softInterrupts");
        softInterruptTime = node.counters().counter(place, "softInterruptTime");
    }

    @Override
    public final void listener(Listener listener) {
        this.listener = listener;
        refitted();
    }

    @Override
    public final boolean transmit(Packet frame) {
        if (txRing.room() == 0 && !reclaim()) {
            refused = true;
            wantRoom();
            return false;
        }
        if (probes.on) {
            probes.packet(Stage.DESCRIPTOR, node.name(), place, frame);
        }
        txRing.post(frame);
        nic.doorbell();
        return true;
    }

    /** Room for half a ring at once: one interrupt for many frames, and the line never runs dry meanwhile. */
    private void wantRoom() {
        nic.interruptWhenSent(txRing.size() / 2);
    }

    @Override
    public final int waiting() {
        if (txRing.outstanding() == 0) {
            return 0;
        }
        reclaim();
        // The oldest frame in work is on its way out: the card begins with the next as soon as the line is free.
        return txRing.outstanding() - Math.min(1, txRing.inWork());
    }

    /** Takes back the descriptors of frames that have been sent; returns whether there is room now. */
    private boolean reclaim() {
        nic.writeBack();
        txRing.reclaimConsumed();
        return txRing.room() > 0;
    }

    /** Has the soft interrupt look at both rings. */
    final void schedule() {
        if (!polling) {
            polling = true;
            cpu.raise(this);
        }
    }

    @Override
    public final boolean ready() {
        return !detached && rxRing.reclaimable() > 0;
    }

    @Override
    public final void begun() {
        if (!detached) {
            tellRoom();
        }
    }

    private void tellRoom() {
        if (!refused) {
            return;
        }
        if (reclaim()) {
            refused = false;
            listener.writable();
        } else {
            wantRoom();
        }
    }

    /** Hands up what came first, and posts a fresh buffer for it. */
    @Override
    public final void take() {
        Packet frame = rxRing.reclaim();
        if (rxRing.room() > 0) {
            rxRing.postBuffer();
            nic.rxDoorbell();
        }
        if (probes.on) {
            probes.packet(Stage.SOFTIRQ, node.name(), place, frame);
        }
        pass(frame);
    }

    private void pass(Packet frame) {
        if (merging) {
            gro.received(frame);
        } else {
            listener.received(frame);
        }
    }

    private void up(Packet frame) {
        listener.received(frame);
    }

    @Override
    public final void ended(int packets, boolean again) {
        softInterrupts.increment();
        if (!cpu.isFree()) {
            softInterruptTime.add(cpu.costs().softInterrupt() + packets * cpu.costs().packet());
        }
        gro.flush();
        if (!again && !detached) {
            polling = false;
            idle();
        }
    }

    /** The rings have been looked at, nothing is left. */
    abstract void idle();

    @Override
    public final void refitted() {
        merging = nic.spec().offloads().gro();
        rxRing.postBuffers(Receiver.longest(nic.spec().mtu()));
        nic.rxDoorbell();
        tellRoom();
    }

    /** No longer looks. */
    abstract void stop();

    @Override
    public final void detach(FrameReceiver unsent) {
        detached = true;
        stop();
        rxRing.unpostBuffers();
        while (rxRing.reclaimable() > 0) {
            pass(rxRing.reclaim());
        }
        gro.flush();
        reclaim();
        Packet oldest = null;
        while (txRing.unfetched() > 0) {
            Packet frame = txRing.unpost();
            if (frame != null) {
                frame.next = oldest;
                oldest = frame;
            }
        }
        while (oldest != null) {
            Packet frame = oldest;
            oldest = frame.next;
            frame.next = null;
            unsent.received(frame);
        }
    }
}
