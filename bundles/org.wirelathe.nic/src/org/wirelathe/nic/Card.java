package org.wirelathe.nic;

import org.wirelathe.api.nic.DescriptorRing;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.nic.Nic;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * A network card with one TX and one RX ring.
 *
 * <p>Sending (B2, B3): the doorbell makes the card fetch every posted descriptor and its frame at once and hand them to
 * the line, which owns the buffers from then on; the descriptor stays in work until the line says the frame will have
 * left. Nothing happens at that time unless the driver asked for it: completion is written back when the driver looks.
 *
 * <p>Receiving (B5): CRC check, then DMA into a buffer that the driver posted, then an interrupt. Card and driver
 * exchange packets where a real card copies: the frame takes the place of the posted empty packet, which is free again.
 */
final class Card implements Nic {
    private final Scheduler scheduler;
    private final long mac;
    private final LinePort port;
    private final DescriptorRing txRing;
    private final DescriptorRing rxRing;
    private final Timer sent;
    private Runnable handler;
    private boolean interruptsEnabled = true;
    private boolean interruptHeld;

    private final Counter txPackets;
    private final Counter txBytes;
    private final Counter rxPackets;
    private final Counter rxBytes;
    private final Counter rxCrcErrors;
    private final Counter rxNoBuffer;

    Card(NodeContext node, NicSpec spec, LinePort port) {
        scheduler = node.scheduler();
        mac = spec.mac();
        this.port = port;
        txRing = new DescriptorRing(spec.txRing());
        rxRing = new DescriptorRing(spec.rxRing());
        sent = scheduler.timer(this::interrupt);
        txPackets = node.counters().counter(spec.name(), "txPackets");
        txBytes = node.counters().counter(spec.name(), "txBytes");
        rxPackets = node.counters().counter(spec.name(), "rxPackets");
        rxBytes = node.counters().counter(spec.name(), "rxBytes");
        rxCrcErrors = node.counters().drop(spec.name(), "rxCrcErrors");
        rxNoBuffer = node.counters().drop(spec.name(), "rxNoBuffer");
        port.connect(this::received);
    }

    @Override
    public long mac() {
        return mac;
    }

    /** Whether the cable carries. */
    boolean carrier() {
        return port.carrier();
    }

    @Override
    public DescriptorRing txRing() {
        return txRing;
    }

    @Override
    public DescriptorRing rxRing() {
        return rxRing;
    }

    @Override
    public void doorbell() {
        for (Packet frame = txRing.fetch(); frame != null; frame = txRing.fetch()) {
            txPackets.increment();
            txBytes.add(frame.length());
            txRing.doneAt(port.send(frame));
        }
    }

    @Override
    public void writeBack() {
        txRing.completeUntil(scheduler.now());
    }

    @Override
    public void interruptWhenSent(int count) {
        int inWork = txRing.inWork();
        sent.armAt(inWork == 0 ? scheduler.now() : txRing.doneOf(Math.min(count, inWork)));
    }

    @Override
    public void interruptHandler(Runnable handler) {
        this.handler = handler;
        interruptHeld = false;
    }

    @Override
    public void enableInterrupts(boolean enable) {
        interruptsEnabled = enable;
        if (enable && interruptHeld) {
            interrupt();
        }
    }

    private void interrupt() {
        interruptHeld = !interruptsEnabled;
        if (interruptsEnabled && handler != null) {
            handler.run();
        }
    }

    private void received(Packet frame) {
        if (frame.corrupted) {
            rxCrcErrors.increment();
            frame.release();
            return;
        }
        Packet buffer = rxRing.fetch();
        if (buffer == null) {
            rxNoBuffer.increment();
            frame.release();
            return;
        }
        rxPackets.increment();
        rxBytes.add(frame.length());
        buffer.release();
        rxRing.complete(frame);
        interrupt();
    }
}
