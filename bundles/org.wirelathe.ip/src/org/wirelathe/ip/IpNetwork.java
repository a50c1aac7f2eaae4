package org.wirelathe.ip;

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
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;

/** IPv4 on one node: its addresses and routes, and the parts that do the work. */
final class IpNetwork implements Network {
    /** Room for the link header with a VLAN tag and the IP header, rounded up to a cache line. */
    private static final int HEADROOM = 64;
    private static final int LOOPBACK = 127 << 24;
    /** Most bytes of a packet to this node itself. */
    private static final int LOOPBACK_MTU = 1500;

    private final RouteTable routes = new RouteTable();
    private final Protocols protocols = new Protocols();
    private final Forwarding forwarding;
    private final IpInput input;
    private final IpOutput output;
    private final Echo echo;
    private final Loopback loopback;
    private final Map<String, Link> links = new LinkedHashMap<>();

    IpNetwork(NodeContext node, NetworkSettings settings) {
        IpCounters counters = new IpCounters(node.counters());
        IcmpCounters icmpCounters = new IcmpCounters(node.counters());
        loopback = new Loopback(node.scheduler(), node.counters());
        PacketTrace trace = new PacketTrace(node, IpCounters.PLACE);
        PacketTrace icmpTrace = new PacketTrace(node, IcmpCounters.PLACE);
        LargePackets large = new LargePackets(node.packets(), counters);
        output = new IpOutput(routes, new Identification(node.random("ip.id")), loopback, counters, trace, large);
        IcmpErrors errors = new IcmpErrors(node, routes, output, icmpCounters);
        forwarding = new Forwarding(errors, counters, trace, large);
        echo = new Echo(node.packets(), output, icmpCounters, icmpTrace);
        ErrorReports reports = new ErrorReports(routes, protocols, echo);
        IcmpInput icmp = new IcmpInput(echo, reports, icmpCounters, icmpTrace);
        input = new IpInput(routes, protocols, forwarding, icmp, errors, reports, counters, trace);
        loopback.input(input);
        forwarding.enable(settings.forwarding());
        routes.put(new Route(Route.Kind.LOCAL, LOOPBACK, 8, null, Ipv4.ANY, LOOPBACK | 1, LOOPBACK_MTU));
    }

    @Override
    public void addInterface(Link link, InterfaceSettings settings) {
        link.client(client());
        links.put(link.name(), link);
        for (InterfaceAddress address : settings.addresses()) {
            addAddress(link.name(), address);
        }
    }

    @Override
    public void addAddress(String device, InterfaceAddress added) {
        Link link = links.get(device);
        int address = added.address().v4();
        int prefixLength = added.prefixLength();
        link.address(address);
        routes.put(new Route(Route.Kind.LOCAL, address, 32, null, Ipv4.ANY, address, LOOPBACK_MTU));
        putNew(new Route(Route.Kind.UNICAST, address, prefixLength, link, Ipv4.ANY, address, link.mtu()));
        if (prefixLength <= 30) { // RFC 3021: a /31 has no broadcast address
            int broadcast = address | ~Ipv4.mask(prefixLength);
            putNew(new Route(Route.Kind.BROADCAST, broadcast, 32, link, Ipv4.ANY, address, link.mtu()));
        }
        putNew(new Route(Route.Kind.BROADCAST, Ipv4.BROADCAST, 32, link, Ipv4.ANY, address, link.mtu()));
    }

    private LinkClient client() {
        return new LinkClient() {
            @Override
            public void received(Packet packet, boolean broadcast) {
                input.received(packet, broadcast);
            }

            @Override
            public void received6(Packet packet, boolean group) {
                throw new UnsupportedOperationException("IPv6");
            }

            @Override
            public void unresolved(Packet packet, int nextHop) {
                input.unresolved(packet);
            }
        };
    }

    private void putNew(Route route) {
        if (routes.exact(route.prefix, route.prefixLength) == null) {
            routes.put(route);
        }
    }

    @Override
    public void addRoute(RouteEntry entry) {
        int prefix = entry.to().network().v4();
        int prefixLength = entry.to().length();
        int nextHop = entry.hops().getFirst().gateway().orElseThrow().v4();
        Route connected = routes.find(nextHop);
        if (connected == null || connected.kind != Route.Kind.UNICAST || connected.gateway != Ipv4.ANY) {
            throw new IllegalArgumentException("the next hop " + Ipv4.format(nextHop) + " of the route to "
                    + Ipv4.format(prefix) + "/" + prefixLength + " is on no subnet of this node");
        }
        routes.put(new Route(Route.Kind.UNICAST, prefix, prefixLength, connected.link, nextHop, connected.source,
                connected.mtu));
    }

    @Override
    public void settings(NetworkSettings settings) {
        forwarding.enable(settings.forwarding());
    }

    @Override
    public boolean isLocal(IpAddress address) {
        return routes.isLocal(address.v4());
    }

    @Override
    public Path path(IpAddress source, IpAddress destination) {
        Route route = routes.find(destination.v4());
        if (route == null) {
            return null;
        }
        int from = source == null ? route.sourceFor(destination.v4()) : source.v4();
        return new Ipv4Path(routes, from, destination.v4());
    }

    @Override
    public Sent send(Packet packet, Path path, int protocol, SendOptions options) {
        Ipv4Path way = (Ipv4Path) path;
        return output.send(packet, way.from, way.to, protocol, options.trafficClass(), options.hopLimit(),
                Ipv4Header.DONT_FRAGMENT);
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
    public Sent echo(IpAddress destination, int identifier, int sequence, int size, SendOptions options) {
        return echo.request(destination.v4(), identifier, sequence, size);
    }

    @Override
    public void removeAddress(String device, IpAddress address) {
        throw new UnsupportedOperationException("removeAddress");
    }

    @Override
    public List<AddressRow> addresses() {
        throw new UnsupportedOperationException("addresses");
    }

    @Override
    public List<NeighbourRow> neighbours(String device) {
        return List.of();
    }

    @Override
    public void join(String device, IpAddress group) {
        links.get(device).join(group.v4());
    }

    @Override
    public void leave(String device, IpAddress group) {
        links.get(device).leave(group.v4());
    }

    @Override
    public boolean removeRoute(RouteEntry route) {
        throw new UnsupportedOperationException("removeRoute");
    }

    @Override
    public void replaceRoutes(RouteEntry.Origin origin, List<RouteEntry> entries) {
        throw new UnsupportedOperationException("replaceRoutes");
    }

    @Override
    public List<RouteEntry> routes() {
        throw new UnsupportedOperationException("routes");
    }

    @Override
    public List<IpAddress> preferred(List<IpAddress> destinations) {
        return destinations;
    }

    @Override
    public void refusePort(Packet packet, Arrival arrival) {
        throw new UnsupportedOperationException("refusePort");
    }

    @Override
    public void firewall(List<FilterRule> rules) {
        throw new UnsupportedOperationException("firewall");
    }

    @Override
    public void nat(NatSettings settings) {
        throw new UnsupportedOperationException("nat");
    }

    @Override
    public void echoListener(int identifier, EchoListener listener) {
        echo.listener(identifier, listener);
    }

    @Override
    public void close() {
        loopback.close();
    }
}
