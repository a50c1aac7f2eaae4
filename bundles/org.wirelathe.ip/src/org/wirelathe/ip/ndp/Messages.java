package org.wirelathe.ip.ndp;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.NeighborMessage;
import org.wirelathe.wire.NeighborOptions;

/** Makes and sends the messages by which a node asks for neighbours and routers, and answers (RFC 4861 §4). */
final class Messages {
    private final NodeContext node;
    private final Ipv6Core core;
    private final Ipv6Interface at;
    private final NeighborMessage view = new NeighborMessage();
    private final Counter routerSolicitations;
    private final Counter neighbourSolicitations;
    private final Counter neighbourAdvertisements;

    Messages(NodeContext node, Ipv6Core core, Ipv6Interface at) {
        this.node = node;
        this.core = core;
        this.at = at;
        routerSolicitations = node.counters().counter(at.name(), "ndOutRouterSolicits");
        neighbourSolicitations = node.counters().counter(at.name(), "ndOutNeighborSolicits");
        neighbourAdvertisements = node.counters().counter(at.name(), "ndOutNeighborAdvertisements");
    }

    /** Asks all routers (RFC 4861 §6.3.7). */
    void routerSolicitation(IpAddress source) {
        Packet packet = node.packets().take();
        int end = view.over(packet.bytes, packet.head).writeRouterSolicitation();
        end = source.isAny() ? end : sourceOption(packet, end);
        routerSolicitations.increment();
        send(packet, end, source, IpAddress.ALL_ROUTERS);
    }

    /** Asks in a group or a neighbour itself for an address; a trial of one's own has no source (RFC 4862 §5.4.2). */
    void neighbourSolicitation(IpAddress source, IpAddress destination, long targetHigh, long targetLow) {
        Packet packet = node.packets().take();
        int end = view.over(packet.bytes, packet.head).writeNeighborSolicitation(targetHigh, targetLow);
        end = source.isAny() ? end : sourceOption(packet, end);
        neighbourSolicitations.increment();
        send(packet, end, source, destination);
    }

    /** Answers for an address of this node, which is the source, too (RFC 4861 §7.2.4). */
    void neighbourAdvertisement(IpAddress target, IpAddress destination, int flags) {
        Packet packet = node.packets().take();
        int end = view.over(packet.bytes, packet.head).writeNeighborAdvertisement(flags, target.high(), target.low());
        end = NeighborOptions.writeAddress(packet.bytes, end, NeighborOptions.TARGET_ADDRESS, at.link().nic().mac());
        neighbourAdvertisements.increment();
        send(packet, end, target, destination);
    }

    private int sourceOption(Packet packet, int end) {
        return NeighborOptions.writeAddress(packet.bytes, end, NeighborOptions.SOURCE_ADDRESS, at.link().nic().mac());
    }

    private void send(Packet packet, int end, IpAddress source, IpAddress destination) {
        packet.put(end - packet.head);
        core.send(packet, at, source, destination);
    }
}
