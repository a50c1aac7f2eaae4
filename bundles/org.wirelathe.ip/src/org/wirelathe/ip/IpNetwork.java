package org.wirelathe.ip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.FilterRule;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.ndp.Discovery;
import org.wirelathe.ip.filter.NodeFilters;
import org.wirelathe.ip.v4.Ipv4Interface;
import org.wirelathe.ip.v4.Ipv4Node;
import org.wirelathe.ip.v6.DestinationOrder;
import org.wirelathe.ip.v6.Ipv6;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;

/**
 * The network layer of one node: what both families share, and for the rest the one that an address is of. Each family
 * has packets of its own on the links and tells its own errors; routes, protocols and echo listeners are common.
 */
final class IpNetwork implements Network {
    /** Room for the link header with a VLAN tag and the longer IP header, rounded up to a cache line. */
    private static final int HEADROOM = 64;

    /** An interface, as both families know it. */
    private static final class Port {
        final Link link;
        final InterfaceSettings settings;
        final Ipv4Interface v4;
        /** {@code null} as long as no interface of the node runs IPv6. */
        Ipv6Interface v6;

        Port(Link link, InterfaceSettings settings, Ipv4Interface v4) {
            this.link = link;
            this.settings = settings;
            this.v4 = v4;
        }
    }

    private final NodeContext node;
    private final Routes routes;
    private final Protocols protocols = new Protocols();
    private final EchoListeners echoes = new EchoListeners();
    private final PacketFilters filters = new PacketFilters();
    private final NodeFilters nodeFilters;
    private final Loopback loopback;
    private final Ipv4Node v4;
    /** {@code null} until an interface runs IPv6, or somebody speaks of it: most nodes are of one family. */
    private Ipv6 v6;
    private NetworkSettings settings;
    private final Map<String, Port> ports = new LinkedHashMap<>();

    IpNetwork(NodeContext node, NetworkSettings settings) {
        this.node = node;
        this.settings = settings;
        nodeFilters = new NodeFilters(node, filters);
        routes = new Routes(node);
        loopback = new Loopback(node.scheduler(), node.counters());
        v4 = new Ipv4Node(node, settings, routes, protocols, echoes, loopback, filters);
        loopback.input(v4, packet -> v6().fromSelf(packet));
    }

    private Ipv6 v6() {
        if (v6 == null) {
            v6 = new Ipv6(node, settings, routes, protocols, echoes, loopback, filters);
            v6.discovery(new Discovery(node, v6));
            for (Port port : ports.values()) {
                port.v6 = v6.addInterface(port.link, port.settings);
            }
        }
        return v6;
    }

    @Override
    public void settings(NetworkSettings changed) {
        settings = changed;
        v4.settings(changed);
        if (v6 != null) {
            v6.settings(changed);
        }
    }

    // ---- interfaces and addresses ----

    @Override
    public void addInterface(Link link, InterfaceSettings settings) {
        if (!ports.containsKey(link.name())) {
            int index = routes.addInterface(link);
            Port added = new Port(link, settings, v4.addInterface(link, index));
            if (v6 != null || settings.ipv6()) {
                added.v6 = v6().addInterface(link, settings);
            }
            ports.put(link.name(), added);
            link.client(client(added));
        }
        for (InterfaceAddress address : settings.addresses()) {
            if (address.address().isV4()) {
                addAddress(link.name(), address);
            }
        }
    }

    private LinkClient client(Port port) {
        return new LinkClient() {
            @Override
            public void received(Packet packet, boolean broadcast) {
                v4.received(packet, port.v4, broadcast);
            }

            @Override
            public void received6(Packet packet, boolean group) {
                v6().received(packet, port.v6, group);
            }

            @Override
            public void unresolved(Packet packet, int nextHop) {
                v4.unresolved(packet);
            }
        };
    }

    private Port port(String device) {
        routes.link(device);
        return ports.get(device);
    }

    @Override
    public void addAddress(String device, InterfaceAddress address) {
        Port at = port(device);
        if (address.address().isV4()) {
            v4.addAddress(at.v4, address);
        } else {
            v6().addAddress(at.v6, address);
        }
    }

    @Override
    public void removeAddress(String device, IpAddress address) {
        Port at = port(device);
        if (address.isV4()) {
            v4.removeAddress(at.v4, address);
        } else {
            v6().removeAddress(at.v6, address);
        }
    }

    @Override
    public List<AddressRow> addresses() {
        List<AddressRow> rows = new ArrayList<>();
        for (Port port : ports.values()) {
            v4.addresses(port.v4, rows);
            if (v6 != null) {
                v6.addresses(port.v6, rows);
            }
        }
        return rows;
    }

    @Override
    public boolean isLocal(IpAddress address) {
        return address.isV4() ? routes.isLocal(address.v4()) : v6 != null && v6.isLocal(address);
    }

    @Override
    public List<NeighbourRow> neighbours(String device) {
        Port at = port(device);
        return v6 == null ? List.of() : v6.neighbours(at.v6);
    }

    @Override
    public void join(String device, IpAddress group) {
        Port at = port(device);
        if (!group.isMulticast()) {
            throw new IllegalArgumentException(group + " is no group; groups are in 224.0.0.0/4 or ff00::/8");
        }
        if (group.isV4()) {
            v4.join(at.v4, group);
        } else {
            v6().join(at.v6, group);
        }
    }

    @Override
    public void leave(String device, IpAddress group) {
        Port at = port(device);
        if (group.isV4()) {
            v4.leave(at.v4, group);
        } else {
            v6().leave(at.v6, group);
        }
    }

    // ---- routes ----

    @Override
    public void addRoute(RouteEntry route) {
        routes.add(route);
    }

    @Override
    public boolean removeRoute(RouteEntry route) {
        return routes.remove(route);
    }

    @Override
    public void replaceRoutes(RouteEntry.Origin origin, List<RouteEntry> entries) {
        routes.replace(origin, entries);
    }

    @Override
    public List<RouteEntry> routes() {
        return routes.list();
    }

    // ---- sending and receiving ----

    @Override
    public Path path(IpAddress source, IpAddress destination) {
        return destination.isV4() ? v4.path(source, destination) : v6().path(source, destination);
    }

    @Override
    public List<IpAddress> preferred(List<IpAddress> destinations) {
        return DestinationOrder.of(destinations, this::sourceFor, addresses());
    }

    private IpAddress sourceFor(IpAddress destination) {
        Path path = path(null, destination);
        return path == null ? null : path.source();
    }

    @Override
    public Sent send(Packet packet, Path path, int protocol, SendOptions options) {
        return path.headerLength() == 20 ? v4.send(packet, path, protocol, options)
                : v6().send(packet, path, protocol, options);
    }

    @Override
    public int headroom() {
        return HEADROOM;
    }

    @Override
    public void handler(int protocol, ProtocolHandler handler) {
        protocols.handler(protocol, handler);
    }

    @Override
    public void refusePort(Packet packet, Arrival arrival) {
        if (arrival.isV4()) {
            v4.refusePort(packet);
        } else {
            v6().refusePort(packet, arrival);
        }
    }

    // ---- what a router may do to packets ----

    @Override
    public void firewall(List<FilterRule> rules) {
        nodeFilters.firewall(rules, ports.keySet());
    }

    @Override
    public void nat(NatSettings settings) {
        nodeFilters.nat(settings, settings == null ? Ipv4.ANY : addressOf(settings.outside()));
    }

    private int addressOf(String device) {
        List<AddressRow> rows = new ArrayList<>();
        v4.addresses(port(device).v4, rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(device + " has no IPv4 address to translate to; give it one first");
        }
        return rows.getFirst().address().address().v4();
    }

    // ---- echo ----

    @Override
    public Sent echo(IpAddress destination, int identifier, int sequence, int size, SendOptions options) {
        return destination.isV4() ? v4.echo(destination, identifier, sequence, size, options)
                : v6().echo(destination, identifier, sequence, size, options);
    }

    @Override
    public void echoListener(int identifier, EchoListener listener) {
        echoes.listener(identifier, listener);
    }

    @Override
    public boolean hasEchoListener(int identifier) {
        return echoes.has(identifier);
    }

    @Override
    public void close() {
        v4.close();
        if (v6 != null) {
            v6.close();
        }
        loopback.close();
    }
}
