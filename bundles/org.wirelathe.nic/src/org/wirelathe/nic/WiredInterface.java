package org.wirelathe.nic;

import java.util.Optional;
import java.util.function.UnaryOperator;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.nic.NicState;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.queue.PacketQueue;

/** An interface on a cable: the card stays, the driver and the queue in front of it are replaced at will. */
final class WiredInterface implements NetworkInterface, NetDevice.Listener {
    private final NodeContext node;
    private NicSpec spec;
    private final Card card;
    private final NetDevice absent;
    private final Counter txQueueDrops;
    private final Counter rxNoReceiver;
    private NetDevice device;
    private PacketQueue queue;
    private FrameReceiver receiver;
    /** Frames that have left the queue and found the device full; they go first. */
    private PacketFifo parked = new PacketFifo();
    /** Whether the device refused a frame and has not yet said {@link #writable}. */
    private boolean full;

    WiredInterface(NodeContext node, NicSpec spec, Card card, NicDriver driver, PacketQueue queue) {
        this.node = node;
        this.spec = spec;
        this.card = card;
        this.queue = queue;
        txQueueDrops = node.counters().drop(spec.name(), "txQueueDrops");
        rxNoReceiver = node.counters().drop(spec.name(), "rxNoReceiver");
        absent = new AbsentDevice(node.counters().drop(spec.name(), "txNoDriver"));
        device = absent;
        receiver = this::discard;
        driver(driver, UnaryOperator.identity());
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public long mac() {
        return card.mac();
    }

    @Override
    public int mtu() {
        return spec.mtu();
    }

    @Override
    public boolean send(Packet frame) {
        int ahead = device.waiting();
        if (!full && queue.mayBypass(frame, ahead)) {
            if (device.transmit(frame)) {
                return true;
            }
            full = true;
        }
        return enqueue(frame, ahead);
    }

    private boolean enqueue(Packet frame, int ahead) {
        if (!queue.offer(frame, ahead + parked.size())) {
            drop(frame);
            return false;
        }
        if (!full) {
            writable();
        }
        return true;
    }

    private void drop(Packet frame) {
        txQueueDrops.increment();
        frame.release();
    }

    @Override
    public void writable() {
        full = false;
        for (Packet frame = next(); frame != null; frame = next()) {
            if (!device.transmit(frame)) {
                full = true;
                parked.addFirst(frame);
                return;
            }
        }
    }

    private Packet next() {
        Packet frame = parked.poll();
        return frame != null ? frame : queue.poll();
    }

    @Override
    public void receiver(FrameReceiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public void received(Packet frame) {
        receiver.received(frame);
    }

    private void discard(Packet frame) {
        rxNoReceiver.increment();
        frame.release();
    }

    @Override
    public void queue(PacketQueue successor) {
        PacketQueue old = queue;
        queue = successor;
        int ahead = device.waiting() + parked.size();
        for (Packet frame = old.poll(); frame != null; frame = old.poll()) {
            if (!successor.offer(frame, ahead)) {
                drop(frame);
            }
        }
        if (!full) {
            writable();
        }
    }

    @Override
    public void driver(NicDriver driver, UnaryOperator<NetDevice> decorate) {
        PacketFifo unsent = new PacketFifo();
        device.detach(unsent::add);
        for (Packet frame = parked.poll(); frame != null; frame = parked.poll()) {
            unsent.add(frame);
        }
        parked = unsent;
        device = absent;
        device = decorate.apply(driver.attach(card, node, spec.name()));
        device.listener(this);
        writable();
    }

    @Override
    public Offloads offloads() {
        return spec.offloads();
    }

    @Override
    public void refit(NicSpec spec) {
        this.spec = spec;
    }

    @Override
    public boolean carrier() {
        return card.carrier();
    }

    @Override
    public int backlog() {
        return queue.length() + parked.size() + device.waiting();
    }

    @Override
    public Optional<NicState> state() {
        long now = node.scheduler().now();
        return Optional.of(new NicState(spec, card.txRing().state(now), card.rxRing().state(now),
                queue.length() + parked.size(), carrier(), 0, false, 0));
    }

    @Override
    public void close() {
        device.detach(Packet::release);
        device = absent;
        full = false;
        parked.releaseAll();
        for (Packet frame = queue.poll(); frame != null; frame = queue.poll()) {
            frame.release();
        }
    }
}
