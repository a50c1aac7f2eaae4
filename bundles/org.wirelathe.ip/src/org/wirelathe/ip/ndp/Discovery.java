package org.wirelathe.ip.ndp;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.ip.v6.Ipv6Address;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.ip.v6.NeighbourDiscovery;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Mac;
import org.wirelathe.wire.NeighborMessage;
import org.wirelathe.wire.NeighborOptions;

/** Neighbour discovery of one node (RFC 4861, RFC 4862): checks what comes in and hands it to the interface. */
public final class Discovery implements NeighbourDiscovery {
    private final NodeContext node;
    private final Ipv6Core core;
    private final List<InterfaceDiscovery> interfaces = new ArrayList<>();
    /** That of the last packet: the next one is likely to have the same. */
    private InterfaceDiscovery last;
    private final Ipv6Header header = new Ipv6Header();
    private final NeighborMessage message = new NeighborMessage();
    /** Messages that were of use, by type from router solicitation on. */
    private final Counter[] taken;

    public Discovery(NodeContext node, Ipv6Core core) {
        this.node = node;
        this.core = core;
        taken = new Counter[] {taken("inRouterSolicits"), taken("inRouterAdvertisements"),
                taken("inNeighborSolicits"), taken("inNeighborAdvertisements"), taken("inRedirects")};
    }

    private Counter taken(String name) {
        return node.counters().counter("icmp6", name);
    }

    private InterfaceDiscovery on(Ipv6Interface at) {
        InterfaceDiscovery discovery = last;
        if (discovery != null && discovery.at == at) {
            return discovery;
        }
        for (int i = 0; i < interfaces.size(); i++) {
            discovery = interfaces.get(i);
            if (discovery.at == at) {
                last = discovery;
                return discovery;
            }
        }
        throw new IllegalArgumentException("IPv6 is not up on " + at.name());
    }

    @Override
    public void up(Ipv6Interface at) {
        InterfaceDiscovery discovery = new InterfaceDiscovery(node, core, at, interfaces.size());
        interfaces.add(discovery);
        discovery.up();
    }

    @Override
    public void roleChanged() {
        for (InterfaceDiscovery discovery : interfaces) {
            discovery.roleChanged();
        }
    }

    @Override
    public void add(Ipv6Interface at, InterfaceAddress address) {
        on(at).add(address);
    }

    @Override
    public void remove(Ipv6Interface at, IpAddress address) {
        on(at).remove(address);
    }

    @Override
    public boolean send(Packet packet, Ipv6Interface out, long nextHopHigh, long nextHopLow) {
        return on(out).send(packet, nextHopHigh, nextHopLow);
    }

    @Override
    public void received(Packet packet, int at, Ipv6Interface in, Arrival arrival) {
        header.over(packet.bytes, packet.head);
        message.over(packet.bytes, at);
        int type = message.type();
        Fault fault = message.check(header, Math.min(packet.tail, packet.head + header.totalLength()));
        String reason = arrival.fragmented ? Drops.FRAGMENTED
                : fault == Fault.NONE ? believe(in) : Drops.of(fault);
        if (reason == null) {
            reason = take(type, on(in));
        }
        if (reason != null) {
            core.drop(packet, reason);
        } else {
            taken[type - Icmpv6Message.ROUTER_SOLICITATION].increment();
            packet.release();
        }
    }

    /**
     * Why a well-formed message is not to be believed; {@code null} when it is. An address that this node only tries, or
     * has found to be a duplicate, is that of the station that has it.
     */
    private String believe(Ipv6Interface in) {
        Ipv6Address own = in.address(header.sourceHigh(), header.sourceLow());
        if (own != null && own.isUsable() && message.type() != Icmpv6Message.NEIGHBOR_ADVERTISEMENT) {
            return Drops.OWN_ADDRESS;
        }
        NeighborOptions options = message.options();
        long mac = in.link().nic().mac();
        return options.hasSource() && !isStation(options.source(), mac)
                || options.hasTarget() && !isStation(options.target(), mac) ? Drops.STATION : null;
    }

    private static boolean isStation(long mac, long own) {
        return mac != 0 && mac != own && !Mac.isGroup(mac);
    }

    /** Gives a message to whom it concerns; returns why it is dropped, {@code null} when it was of use. */
    private String take(int type, InterfaceDiscovery in) {
        if (in.isDisabled()) {
            return Drops.DISABLED;
        }
        return switch (type) {
            case Icmpv6Message.ROUTER_SOLICITATION -> in.routerInput.solicitation(header, message);
            case Icmpv6Message.ROUTER_ADVERTISEMENT -> in.routerInput.advertisement(header, message);
            case Icmpv6Message.NEIGHBOR_SOLICITATION -> in.neighbourInput.solicitation(header, message);
            case Icmpv6Message.NEIGHBOR_ADVERTISEMENT -> in.neighbourInput.advertisement(message);
            default -> in.routerInput.redirect(header, message);
        };
    }

    @Override
    public void redirect(Packet packet, Ipv6Interface at, long nextHopHigh, long nextHopLow) {
        on(at).redirectMessage.send(packet, nextHopHigh, nextHopLow);
    }

    @Override
    public void confirmed(Ipv6Interface at, long nextHopHigh, long nextHopLow) {
        on(at).neighbours.confirmed(nextHopHigh, nextHopLow);
    }

    @Override
    public List<NeighbourRow> neighbours(Ipv6Interface at) {
        return on(at).neighbours.rows();
    }

    @Override
    public void close() {
        for (InterfaceDiscovery discovery : interfaces) {
            discovery.close();
        }
    }
}
