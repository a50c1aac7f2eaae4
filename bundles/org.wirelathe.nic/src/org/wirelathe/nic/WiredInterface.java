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
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.queue.PacketQueue;

/** An interface on a cable: the card stays, the driver and the queue in front of it are replaced at will. */
final class WiredInterface implements NetworkInterface, NetDevice.Listener {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final NodeContext node;
    private final String name;
    private final Probes probes;
    private final Card card;
    private final NetDevice absent;
    private final Counter txQueueDrops;
    private final Counter rxNoReceiver;
    private final Runnable wake = this::woken;
    private final Runnable lineFree = this::lineFree;
    /** The driver's own device, and the same as it is decorated. */
    private NetDevice bare;
    private NetDevice device;
    private PacketQueue queue;
    private int lookahead;
    private FrameReceiver receiver;
    /** Frames that have left the queue and found the device full; they go first. */
    private PacketFifo parked = new PacketFifo();
    /** Whether the device refused a frame and has not yet said {@link #writable}. */
    private boolean full;
    /** Whether the card tells when the queue is to be asked again. */
    private boolean told;

    WiredInterface(NodeContext node, NicSpec spec, Card card, NicDriver driver, PacketQueue queue) {
        this.node = node;
        this.card = card;
        name = spec.name();
        probes = node.probes();
        txQueueDrops = node.counters().drop(name, "txQueueDrops");
        rxNoReceiver = node.counters().drop(name, "rxNoReceiver");
        absent = new AbsentDevice(node, node.counters().drop(name, "txNoDriver"));
        device = absent;
        bare = absent;
        receiver = this::discard;
        use(queue);
        driver(driver, UnaryOperator.identity());
    }

    private void use(PacketQueue queue) {
        this.queue = queue;
        lookahead = queue.lookahead();
        queue.waker(wake);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long mac() {
        return card.mac();
    }

    @Override
    public int mtu() {
        return card.spec().mtu();
    }

    @Override
    public boolean send(Packet frame) {
        if (probes.on) {
            probes.packet(Stage.QUEUE, node.name(), name, frame);
        }
        int ahead = device.waiting();
        if (!full && queue.mayBypass(frame, ahead) && mayStandInDevice()) {
            if (device.transmit(frame)) {
                return true;
            }
            full = true;
        }
        return enqueue(frame, ahead);
    }

    /** Whether one more frame may stand in the device, as far as the queue is concerned. */
    private boolean mayStandInDevice() {
        return lookahead == UNLIMITED || standing() < lookahead;
    }

    /** Frames in the device, the one on its way out included. */
    private int standing() {
        card.writeBack();
        return card.txRing().outstanding();
    }

    private boolean enqueue(Packet frame, int ahead) {
        if (!queue.offer(frame, ahead + parked.size())) {
            drop(frame);
            return false;
        }
        if (!full) {
            pump();
        }
        return true;
    }

    private void drop(Packet frame) {
        txQueueDrops.increment();
        if (probes.on) {
            probes.packet(Stage.DROP, node.name(), txQueueDrops.name(), frame);
        }
        frame.release();
    }

    @Override
    public void writable() {
        full = false;
        pump();
    }

    /** A shaper's time has come. */
    private void woken() {
        if (!full) {
            pump();
        }
    }

    /** As many frames have left as the queue wanted to wait for; usually the line falls free at this moment. */
    private void lineFree() {
        told = false;
        if (!full) {
            pump();
        }
    }

    /** Gives the device what it takes and what the queue lets go. */
    private void pump() {
        while (mayStandInDevice()) {
            Packet frame = parked.poll();
            if (frame == null) {
                frame = queue.poll();
            }
            if (frame == null) {
                return;
            }
            if (!device.transmit(frame)) {
                full = true;
                parked.addFirst(frame);
                return;
            }
        }
        if (!told && parked.size() + queue.length() > 0) {
            told = true;
            card.tellWhenSent(card.txRing().outstanding() - lookahead + 1, lineFree);
        }
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
        if (probes.on) {
            probes.packet(Stage.DROP, node.name(), rxNoReceiver.name(), frame);
        }
        frame.release();
    }

    @Override
    public void queue(PacketQueue successor) {
        PacketQueue old = queue;
        use(successor);
        int ahead = device.waiting() + parked.size();
        for (Packet frame = old.drain(); frame != null; frame = old.drain()) {
            if (!successor.offer(frame, ahead)) {
                drop(frame);
            }
        }
        old.close();
        told = false; // the successor may wait for other frames
        if (!full) {
            pump();
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
        bare = absent;
        NetDevice attached = driver.attach(card, node, name);
        bare = attached;
        device = decorate.apply(attached);
        device.listener(this);
        told = false;
        writable();
    }

    @Override
    public Offloads offloads() {
        return card.spec().offloads();
    }

    @Override
    public void refit(NicSpec spec) {
        card.refit(spec);
        bare.refitted();
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
        return Optional.of(card.state(queue.length() + parked.size()));
    }

    @Override
    public void gauges(Gauges out) {
        queue.gauges(out);
    }

    @Override
    public void close() {
        device.detach(Packet::release);
        device = absent;
        bare = absent;
        full = false;
        parked.releaseAll();
        queue.close();
        card.close();
    }
}
