package org.wirelathe.ip.v6;

import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.api.net.NetworkError.Kind;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.EchoListeners;
import org.wirelathe.ip.Loopback;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.Protocols;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;

/** IPv6 on one node: the parts that do the work, and what neighbour discovery and the facade ask of them. */
public final class Ipv6 implements Ipv6Core, Loopback.Input {
    /** What proves that no router let a message through (RFC 4861 §3.1); it is cut nowhere. */
    private static final SendOptions NEIGHBOURLY = new SendOptions(0, 255, SendOptions.Discovery.DO, 0);

    private final NodeContext node;
    private final Routes routes;
    private final Ipv6Interfaces interfaces = new Ipv6Interfaces();
    private final Ipv6Neighbours neighbours = new Ipv6Neighbours();
    private final Ipv6Addresses addresses;
    private final Ipv6Counters counters;
    private final PacketTrace trace;
    private final PacketTrace icmpTrace;
    private final Ipv6Ways ways;
    private final Ipv6Mtus mtus;
    private final Ipv6Output output;
    private final Icmp6Errors errors;
    private final Icmp6Reports reports;
    private final Icmp6Echo echo;
    private final Ipv6Delivery delivery;
    private final Ipv6Forwarding forwarding;
    private final Ipv6Input input;
    private final Ipv6Header header = new Ipv6Header();
    private boolean router;
    private boolean redirects;

    /**
     * Runs IPv6 on a node.
     *
     * @param routes of both families; IPv6 adds those to its addresses and subnets itself (origin KERNEL)
     * @param protocols who takes which protocol
     * @param echoes who hears of echo replies
     * @param loopback carries what this node sends to itself, and brings it back to {@link #fromSelf}
     * @param filters what looks at packets on their way
     */
    public Ipv6(NodeContext node, NetworkSettings settings, Routes routes, Protocols protocols, EchoListeners echoes,
            Loopback loopback, PacketFilters filters) {
        this.node = node;
        this.routes = routes;
        addresses = new Ipv6Addresses(node, routes);
        counters = new Ipv6Counters(node.counters());
        Icmp6Counters icmpCounters = new Icmp6Counters(node.counters());
        trace = new PacketTrace(node, Ipv6Counters.PLACE);
        icmpTrace = new PacketTrace(node, Icmp6Counters.PLACE);
        ways = new Ipv6Ways(interfaces, routes);
        mtus = new Ipv6Mtus(node, ways);
        output = new Ipv6Output(node, ways, interfaces, mtus, neighbours, loopback, filters, counters, trace);
        errors = new Icmp6Errors(node, output, interfaces, icmpCounters);
        EchoMemory memory = new EchoMemory();
        reports = new Icmp6Reports(interfaces, protocols, echoes, memory, mtus);
        echo = new Icmp6Echo(node.packets(), output, echoes, memory, icmpCounters, icmpTrace);
        Icmp6Input icmp = new Icmp6Input(echo, reports, neighbours, icmpCounters, icmpTrace);
        delivery = new Ipv6Delivery(node, interfaces, protocols, icmp, errors, filters, counters, trace);
        forwarding = new Ipv6Forwarding(output, errors, neighbours, filters, counters, trace);
        input = new Ipv6Input(interfaces, ways, delivery, forwarding, errors, filters, counters, trace);
        settings(settings);
    }

    /** Who discovers neighbours; once, before the first interface. */
    public void discovery(NeighbourDiscovery discovery) {
        neighbours.discovery = discovery;
    }

    /** Changes what it is set to, from now on. */
    public void settings(NetworkSettings settings) {
        boolean changed = router != settings.forwarding();
        router = settings.forwarding();
        redirects = settings.redirects();
        mtus.settings(settings);
        errors.settings(settings);
        delivery.settings(settings);
        forwarding.settings(redirects);
        input.router(router);
        output.router(router);
        if (changed && neighbours.discovery != null) {
            neighbours.discovery.roleChanged();
        }
    }

    // ---- interfaces and addresses ----

    /** Runs on one more interface as the settings say, with those of their addresses that are IPv6's. */
    public Ipv6Interface addInterface(Link link, InterfaceSettings settings) {
        Ipv6Interface added = new Ipv6Interface(link, settings);
        interfaces.add(added);
        if (settings.ipv6()) {
            if (interfaces.running().size() == 1) {
                addresses.addLoopback();
            }
            neighbours.discovery.up(added);
            addresses.entered(added);
        }
        return added;
    }

    /** Gives an interface one more IPv6 address; that it has it already, it says with an IllegalArgumentException. */
    public void addAddress(Ipv6Interface at, InterfaceAddress address) {
        if (!at.settings().ipv6()) {
            throw new IllegalArgumentException("IPv6 does not run on " + at.name());
        }
        if (has(at, address.address())) {
            throw new IllegalArgumentException(at.name() + " has the address " + address.address() + " already");
        }
        neighbours.discovery.add(at, address);
        addresses.entered(at);
    }

    /** Takes an IPv6 address from an interface, with the routes that stand on it, or says that it has none such. */
    public void removeAddress(Ipv6Interface at, IpAddress address) {
        if (!has(at, address)) {
            throw new IllegalArgumentException(at.name() + " has no address " + address);
        }
        InterfaceAddress gone = own(at, address);
        neighbours.discovery.remove(at, address);
        addresses.left(at, gone);
    }

    private static InterfaceAddress own(Ipv6Interface at, IpAddress address) {
        return new InterfaceAddress(address, at.address(address.high(), address.low()).prefixLength);
    }

    private static boolean has(Ipv6Interface at, IpAddress address) {
        return at.address(address.high(), address.low()) != null;
    }

    /** Appends the IPv6 addresses of an interface, in the order in which they were added. */
    public void addresses(Ipv6Interface at, List<AddressRow> rows) {
        addresses.rows(at, rows);
    }

    /** Whether an IPv6 address is one of this node's, and in use; ::1 is. */
    public boolean isLocal(IpAddress address) {
        return address.equals(IpAddress.LOOPBACK) || interfaces.usable(address) != null;
    }

    /** The neighbours that it knows or asks for on an interface, by address. */
    public List<NeighbourRow> neighbours(Ipv6Interface at) {
        return at.settings().ipv6() ? neighbours.discovery.neighbours(at) : List.of();
    }

    /** Takes packets to an IPv6 group on an interface from now on, once for each {@link #leave}. */
    public void join(Ipv6Interface at, IpAddress group) {
        if (!at.settings().ipv6()) {
            throw new IllegalArgumentException("IPv6 does not run on " + at.name());
        }
        interfaces.groups(at).join(group);
    }

    /** Undoes one {@link #join}. */
    public void leave(Ipv6Interface at, IpAddress group) {
        interfaces.groups(at).leave(group);
    }

    // ---- packets ----

    /**
     * A packet from a link, head at the IPv6 header. Takes ownership; counts it also when IPv6 does not run there.
     *
     * @param group whether it was sent to a group or to all stations
     */
    public void received(Packet packet, Ipv6Interface in, boolean group) {
        input.received(packet, in, group);
    }

    @Override
    public void fromSelf(Packet packet) {
        input.fromSelf(packet);
    }

    /** The path between two IPv6 addresses, as {@link org.wirelathe.api.net.Network#path} has it. */
    public Path path(IpAddress source, IpAddress destination) {
        boolean open = source == null || source.isAny();
        IpAddress asked = open ? IpAddress.ANY : source;
        Ipv6Route route = ways.find(asked.high(), asked.low(), destination.high(), destination.low());
        if (route == null || mtus.link(route) == 0) {
            return null;
        }
        if (open) {
            Ipv6Address chosen = route.leadsOut() ? output.source(route, destination.high(), destination.low()) : null;
            if (route.leadsOut() && chosen == null) {
                return null;
            }
            asked = chosen == null ? destination : chosen.address;
        }
        return new Ipv6Path(ways, mtus, neighbours, route, asked, destination);
    }

    /** Sends on one of its own paths, as {@link org.wirelathe.api.net.Network#send} has it. Takes ownership. */
    public Sent send(Packet packet, Path path, int protocol, SendOptions options) {
        return output.send(packet, (Ipv6Path) path, protocol, options);
    }

    /** Sends an echo request to an IPv6 address, as {@link org.wirelathe.api.net.Network#echo} has it. */
    public Sent echo(IpAddress destination, int identifier, int sequence, int size, SendOptions options) {
        return echo.request(destination, identifier, sequence, size, options);
    }

    /** Answers an IPv6 packet as {@link org.wirelathe.api.net.Network#refusePort} has it; the packet stays. */
    public void refusePort(Packet packet, Arrival arrival) {
        delivery.refusePort(packet);
    }

    /** Who sends its errors. */
    Icmp6Errors errors() {
        return errors;
    }

    /** Releases every packet it holds. */
    public void close() {
        delivery.close();
        if (neighbours.discovery != null) {
            neighbours.discovery.close();
        }
    }

    // ---- what neighbour discovery asks ----

    @Override
    public void send(Packet message, Ipv6Interface out, IpAddress source, IpAddress destination) {
        output.sendOn(message, out, source.high(), source.low(), destination.high(), destination.low(), NEIGHBOURLY);
    }

    @Override
    public void unresolved(Packet packet, Ipv6Interface out) {
        header.over(packet.bytes, packet.head);
        long high = header.sourceHigh();
        long low = header.sourceLow();
        if (interfaces.owner(high, low) != null) {
            reports.report(Kind.HOST_UNREACHABLE, header.source(), high, low, packet.bytes, packet.head, packet.tail,
                    0);
        } else { // RFC 4861 §7.2.2, RFC 4443 §3.1
            errors.send(packet, out, false, Icmpv6Message.UNREACHABLE, Icmpv6Message.CODE_ADDRESS_UNREACHABLE, 0);
        }
        trace.drop(counters.unresolved, packet);
    }

    @Override
    public void changed(Ipv6Interface at, Ipv6Address address) {
        interfaces.changed();
        addresses.changed(at, address);
    }

    @Override
    public void addRoute(RouteEntry route) {
        routes.add(route);
    }

    @Override
    public void removeRoute(RouteEntry route) {
        routes.remove(route);
    }

    @Override
    public IpAddress firstHop(long destinationHigh, long destinationLow) {
        return ways.firstHop(destinationHigh, destinationLow);
    }

    @Override
    public boolean isRouter() {
        return router;
    }

    @Override
    public boolean believesRedirects() {
        return redirects;
    }

    @Override
    public void drop(Packet packet, String reason) {
        icmpTrace.drop(node.counters().drop(Icmp6Counters.PLACE, reason), packet);
    }
}
