package org.wirelathe.ip;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * Packets to this node itself. They come back at the same time but as an event of their own, never inside the call
 * that sent them: a protocol that talks to itself is not entered twice.
 */
final class Loopback {
    /** What Linux calls the interface. */
    private static final String PLACE = "lo";

    private final Scheduler scheduler;
    private final Timer next;
    private final PacketFifo packets = new PacketFifo();
    private IpInput input;

    private final Counter txPackets;
    private final Counter rxPackets;

    Loopback(Scheduler scheduler, Counters counters) {
        txPackets = counters.counter(PLACE, "txPackets");
        rxPackets = counters.counter(PLACE, "rxPackets");
        this.scheduler = scheduler;
        next = scheduler.timer(this::deliver);
    }

    void input(IpInput input) {
        this.input = input;
    }

    /** Takes a packet, its head at the IP header. */
    void send(Packet packet) {
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
        input.fromSelf(packet);
    }

    void close() {
        next.cancel();
        packets.releaseAll();
    }
}
