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
    final RouterInput routerInput;
    final RedirectMessage redirectMessage;
    private final NodeContext node;
    private final Ipv6Core core;
    private final Output output;
    private final Addresses addresses;
    private final StatelessAutoconfiguration autoconfiguration;
    private final RouterDiscovery discovery;
    private final RouterSolicitations solicitations;
    private final RouterAdvertisements advertisements;
    private final Lifetimes lifetimes;
    private boolean router;
    /** Whether there was a link-local address, from which to begin to advertise or to look for routers. */
    private boolean begun;
    private boolean disabled;

    /** @param index of the interface, from 0 in the order of coming up */
    InterfaceDiscovery(NodeContext node, Ipv6Core core, Ipv6Interface at, int index) {
        this.node = node;
        this.core = core;
        this.at = at;
        output = new Output(node, core, at);
        Messages messages = new Messages(node, core, at);
        HostVariables variables = new HostVariables(node.random(at.name() + ".reachable"));
        RandomStream keys = node.random(at.name() + ".ndcache");
        neighbours = new Neighbours(node.scheduler(), variables, new Solicitations(at, messages), output, this,
                new NeighbourCache(keys.nextLong(), NeighbourCache.LIMIT));
        redirectMessage = new RedirectMessage(node, core, at, neighbours);
        addresses = new Addresses(node, core, at, variables, messages, this);
        autoconfiguration = new StatelessAutoconfiguration(node, at, addresses);
        discovery = new RouterDiscovery(node.scheduler(), core, at, index, variables, neighbours, autoconfiguration);
        solicitations = new RouterSolicitations(node.scheduler(), at, messages, node.random(at.name() + ".rs"));
        advertisements = at.settings().advertise().map(advertisement -> new RouterAdvertisements(node.scheduler(),
                advertisement, node.random(at.name() + ".ra"), new RouterAdvertisementMessage(node, core, at)))
                .orElse(null);
        lifetimes = new Lifetimes(node.scheduler(),
                List.of(discovery.routers, discovery.redirects, discovery.prefixes, autoconfiguration));
        neighbourInput = new NeighbourInput(node, core, at, addresses, neighbours, messages);
        RouterConsistency consistency = at.settings().advertise()
                .map(advertisement -> new RouterConsistency(node, at, advertisement)).orElse(null);
        routerInput = new RouterInput(core, at, neighbours, discovery, solicitations, advertisements, consistency,
                lifetimes);
    }

    /** Sends a packet to a neighbour or a group. */
    boolean send(Packet packet, long high, long low) {
        output.requested();
        if (disabled) {
            return output.drop(packet, output.disabled);
        }
        return Groups.isGroup(high) ? output.transmit(packet, Groups.station(low))
                : neighbours.send(packet, high, low);
    }

    /** Whether the link-local address is a duplicate: nothing goes out or comes in (RFC 4862 §5.4.5). */
    boolean isDisabled() {
        return disabled;
    }

    /** The interface has come up. */
    void up() {
        at.link().joinStations(Groups.station(IpAddress.ALL_NODES));
        router = core.isRouter();
        if (router) {
            at.link().joinStations(Groups.station(IpAddress.ALL_ROUTERS));
        }
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
            lifetimes.changed();
        }
    }

    /** Whether the node forwards may have changed (RFC 4861 §6.2.5). */
    void roleChanged() {
        if (router == core.isRouter() || disabled) {
            return;
        }
        router = !router;
        if (router) {
            at.link().joinStations(Groups.station(IpAddress.ALL_ROUTERS));
            solicitations.stop();
            discovery.clear();
            lifetimes.changed();
        } else {
            at.link().leaveStations(Groups.station(IpAddress.ALL_ROUTERS));
            if (advertisements != null) {
                advertisements.cease();
            }
        }
        if (LinkLocal.of(at) != null) {
            begin(false);
        }
    }

    /** With a link-local address, a router begins to advertise and a host to look for routers. */
    private void begin(boolean delayed) {
        if (router && advertisements != null) {
            advertisements.begin();
        } else if (!router && at.settings().acceptAdvertisements()) {
            solicitations.begin(delayed);
        }
    }

    @Override
    public void usable(Ipv6Address address) {
        if (address.address.isLinkLocal() && !begun) {
            begun = true;
            begin(at.settings().detectDuplicates());
        }
        lifetimes.changed();
    }

    @Override
    public void duplicate(Ipv6Address address) {
        if (autoconfiguration.duplicate(address)) {
            lifetimes.changed();
        } else if (address.address.isLinkLocal() && LinkLocal.of(at) == null) {
            disable(address);
        }
    }

    private void disable(Ipv6Address address) {
        disabled = true;
        node.journal().event("conflict", node.name() + ':' + at.name(), "IPv6 is off on " + node.name() + ':'
                + at.name() + ", because its link-local address " + address.address + " is another station's");
        solicitations.stop();
        if (advertisements != null) {
            advertisements.stop();
        }
        discovery.clear();
        autoconfiguration.stop();
        lifetimes.changed();
        addresses.disable();
    }

    @Override
    public void unreachable(Neighbour neighbour) {
        discovery.unreachable(neighbour.address());
        lifetimes.changed();
    }

    @Override
    public void ceasedToRoute(Neighbour neighbour) {
        discovery.ceasedToRoute(neighbour.address());
        lifetimes.changed();
    }

    void close() {
        solicitations.stop();
        if (advertisements != null) {
            advertisements.stop();
        }
        addresses.close();
        lifetimes.close();
        neighbours.close();
    }
}
