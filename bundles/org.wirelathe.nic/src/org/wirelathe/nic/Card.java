package org.wirelathe.nic;

import org.wirelathe.api.nic.DescriptorRing;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.nic.Nic;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.nic.NicState;
import org.wirelathe.api.node.NodeContext;

/**
 * A network card with one TX and one RX ring.
 *
 * <p>Nothing happens when a frame has been sent, unless the driver asked for it: completion is written back when the
 * driver looks, and so a frame that passes costs no event at its sender.
 */
final class Card implements Nic {
    private final DescriptorRing txRing;
    private final DescriptorRing rxRing;
    private final InterruptLine interrupts;
    private final Awaited interruptDue;
    private final Awaited tellDue;
    private final Transmitter out;
    private final FlowControl flow;
    private final Receiver in;
    private final NodeContext node;
    private NicSpec spec;

    Card(NodeContext node, NicSpec spec, LinePort port) {
        this.node = node;
        this.spec = spec;
        txRing = new DescriptorRing(spec.txRing());
        rxRing = new DescriptorRing(spec.rxRing());
        interrupts = new InterruptLine(node, spec.name(), rxRing, spec.coalescing());
        interruptDue = new Awaited(node.scheduler(), txRing, interrupts::sent);
        tellDue = new Awaited(node.scheduler(), txRing, null);
        out = new Transmitter(node, spec.name(), txRing, port, interruptDue, tellDue);
        flow = new FlowControl(node, spec, port, out);
        in = new Receiver(node, spec, rxRing, port, interrupts, flow);
    }

    @Override
    public NicSpec spec() {
        return spec;
    }

    @Override
    public long mac() {
        return spec.mac();
    }

    /** Whether the cable carries. */
    boolean carrier() {
        return out.carrier();
    }

    /** Frames and segments that wait inside the card, in neither ring. */
    int held() {
        return out.held() + in.waiting();
    }

    /** Another fitting from now on (B11). */
    void refit(NicSpec spec) {
        txRing.resize(spec.txRing());
        rxRing.resize(spec.rxRing());
        this.spec = spec;
        in.refit(spec);
        flow.refit(spec);
        interrupts.coalescing(spec.coalescing());
    }

    /** The card for people to look at, behind a queue that holds so many frames. */
    NicState state(int queued) {
        long now = node.scheduler().now();
        return new NicState(spec, txRing.state(now), rxRing.state(now), queued, carrier(), out.pausedUntil(),
                flow.asking(), in.waitingBytes());
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
        out.fetch();
    }

    @Override
    public void rxDoorbell() {
        in.buffersPosted();
    }

    @Override
    public void writeBack() {
        txRing.completeUntil(node.scheduler().now());
    }

    @Override
    public void interruptWhenSent(int count) {
        interruptDue.want(count);
    }

    @Override
    public void tellWhenSent(int count, Runnable listener) {
        tellDue.action(listener);
        tellDue.want(count);
    }

    @Override
    public void interruptHandler(Runnable handler) {
        interrupts.handler(handler);
    }

    @Override
    public void enableInterrupts(boolean enable) {
        interrupts.enable(enable);
    }

    /** The run is over. */
    void close() {
        interruptDue.cancel();
        tellDue.cancel();
        interrupts.close();
        flow.close();
        in.close();
        out.close();
    }
}
