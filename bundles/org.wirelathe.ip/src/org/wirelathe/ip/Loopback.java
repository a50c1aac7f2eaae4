package org.wirelathe.ip;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.Bytes;

/**
 * Packets to this node itself. They come back at the same time but as an event of their own, never inside the call
 * that sent them: a protocol that talks to itself is not entered twice.
 */
public final class Loopback {
    /** Takes what comes back. */
    @FunctionalInterface
    public interface Input {
        /** A packet that this node sent to itself, its head at the IP header. Takes ownership. */
        void fromSelf(Packet packet);
    }

    /** What Linux calls the interface. */
    public static final String NAME = "lo";

    private final Scheduler scheduler;
    private final Timer next;
    private final PacketFifo packets = new PacketFifo();
    private Input input;
    private Input input6;

    private final Counter txPackets;
    private final Counter rxPackets;

    public Loopback(Scheduler scheduler, Counters counters) {
        txPackets = counters.counter(NAME, "txPackets");
        rxPackets = counters.counter(NAME, "rxPackets");
        this.scheduler = scheduler;
        next = scheduler.timer(this::deliver);
    }

    /** Who takes the IPv4 packets, and who the IPv6 packets. */
    public void input(Input v4, Input v6) {
        input = v4;
        input6 = v6;
    }

    /** Takes a packet, its head at the IP header. */
    public void send(Packet packet) {
        txPackets.increment();
        packet.order = scheduler.nextOrder();
        if (packets.isEmpty()) {
            next.armAt(scheduler.now(), packet.order);
        }
        packets.add(packet);
    }

    private void deliver() {
        Packet packet = packets.poll();
        if (!packets.isEmpty()) {
            next.armAt(scheduler.now(), packets.peek().order);
        }
        rxPackets.increment();
        (Bytes.u8(packet.bytes, packet.head) >>> 4 == 6 ? input6 : input).fromSelf(packet);
    }

    /** Releases every packet on its way. */
    public void close() {
        next.cancel();
        packets.releaseAll();
    }
}
