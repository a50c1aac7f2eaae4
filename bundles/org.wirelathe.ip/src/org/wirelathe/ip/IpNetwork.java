package org.wirelathe.ip;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
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

    IpNetwork(NodeContext node) {
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
        routes.put(new Route(Route.Kind.LOCAL, LOOPBACK, 8, null, Ipv4.ANY, LOOPBACK | 1, LOOPBACK_MTU));
    }

    @Override
    public void addInterface(Link link, int address, int prefixLength) {
        if (!Ipv4.isUnicast(address)) {
            throw new IllegalArgumentException(Ipv4.format(address) + " cannot be the address of an interface");
        }
        requirePrefixLength(prefixLength);
        link.address(address);
        link.client(client());
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
    public void addRoute(int prefix, int prefixLength, int nextHop) {
        requirePrefixLength(prefixLength);
        Route connected = routes.find(nextHop);
        if (connected == null || connected.kind != Route.Kind.UNICAST || connected.gateway != Ipv4.ANY) {
            throw new IllegalArgumentException("the next hop " + Ipv4.format(nextHop) + " of the route to "
                    + Ipv4.format(prefix) + "/" + prefixLength + " is on no subnet of this node");
        }
        routes.put(new Route(Route.Kind.UNICAST, prefix, prefixLength, connected.link, nextHop, connected.source,
                connected.mtu));
    }

    private static void requirePrefixLength(int prefixLength) {
        if (prefixLength < 0 || prefixLength > 32) {
            throw new IllegalArgumentException("a prefix length is 0 to 32, not " + prefixLength);
        }
    }

    @Override
    public void forwarding(boolean forward) {
        forwarding.enable(forward);
    }

    @Override
    public boolean isLocal(int address) {
        return routes.isLocal(address);
    }

    @Override
    public int sourceFor(int destination) {
        Route route = routes.find(destination);
        return route == null ? Ipv4.ANY : route.sourceFor(destination);
    }

    @Override
    public int mtuTo(int destination) {
        Route route = routes.find(destination);
        return route == null ? 0 : route.mtu;
    }

    @Override
    public Offloads offloadsTo(int destination) {
        Route route = routes.find(destination);
        return route == null || route.kind != Route.Kind.UNICAST ? Offloads.NONE : route.link.nic().offloads();
    }

    @Override
    public Sent send(Packet packet, int source, int destination, int protocol) {
        return output.send(packet, source, destination, protocol, 0, Ipv4Header.DONT_FRAGMENT);
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
    public Sent echo(int destination, int identifier, int sequence, int size) {
        return echo.request(destination, identifier, sequence, size);
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
