package org.wirelathe.ip.ndp;

import java.util.List;

import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.ip.v6.Ipv6Address;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.IpAddress;

/** Neighbour discovery on one interface: puts its parts together, and lets them hear of each other. */
final class InterfaceDiscovery implements AddressWatch, NeighbourWatch {
    final Ipv6Interface at;
    final Neighbours neighbours;
    final NeighbourInput neighbourInput;
    private final Output output;
    private final Addresses addresses;
    private final StatelessAutoconfiguration autoconfiguration;
    private final Lifetimes lifetimes;

    InterfaceDiscovery(NodeContext node, Ipv6Core core, Ipv6Interface at) {
        this.at = at;
        output = new Output(node, core, at);
        Messages messages = new Messages(node, core, at);
        HostVariables variables = new HostVariables(node.random(at.name() + ".reachable"));
        RandomStream keys = node.random(at.name() + ".ndcache");
        neighbours = new Neighbours(node.scheduler(), variables, new Solicitations(at, messages), output, this,
                new NeighbourCache(keys.nextLong(), NeighbourCache.LIMIT));
        addresses = new Addresses(node, core, at, variables, messages, this);
        autoconfiguration = new StatelessAutoconfiguration(node, at, addresses);
        lifetimes = new Lifetimes(node.scheduler(), List.of(autoconfiguration));
        neighbourInput = new NeighbourInput(node, core, at, addresses, neighbours, messages);
    }

    /** Sends a packet to a neighbour or a group. */
    boolean send(Packet packet, long high, long low) {
        output.requested();
        return Groups.isGroup(high) ? output.transmit(packet, Groups.station(low))
                : neighbours.send(packet, high, low);
    }

    /** The interface has come up. */
    void up() {
        at.link().joinStations(Groups.station(IpAddress.ALL_NODES));
        for (InterfaceAddress address : at.settings().addresses()) {
            add(address);
        }
        if (at.linkLocal() == null) {
            autoconfiguration.linkLocal();
        }
    }

    /** Enters an address, unless the interface has it already, or it is of IPv4. */
    void add(InterfaceAddress address) {
        IpAddress ip = address.address();
        if (!ip.isV4() && at.address(ip.high(), ip.low()) == null) {
            addresses.assign(new Ipv6Address(ip, address.prefixLength(), false, AddressRow.State.TENTATIVE));
        }
    }

    /** Takes an address out, if the interface has it. */
    void remove(IpAddress ip) {
        Ipv6Address address = at.address(ip.high(), ip.low());
        if (address != null) {
            autoconfiguration.removed(address);
            addresses.remove(address);
        }
    }

    @Override
    public void usable(Ipv6Address address) {
    }

    @Override
    public void duplicate(Ipv6Address address) {
        autoconfiguration.duplicate(address);
        lifetimes.changed();
    }

    @Override
    public void unreachable(Neighbour neighbour) {
    }

    @Override
    public void ceasedToRoute(Neighbour neighbour) {
    }

    void close() {
        addresses.close();
        lifetimes.close();
        neighbours.close();
    }
}
