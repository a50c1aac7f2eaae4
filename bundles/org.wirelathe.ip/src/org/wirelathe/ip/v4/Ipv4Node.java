package org.wirelathe.ip.v4;

import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.EchoListeners;
import org.wirelathe.ip.Loopback;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.Protocols;
import org.wirelathe.ip.Route;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;

/** IPv4 on one node, as the network layer asks for it: the parts that do the work, put together. */
public final class Ipv4Node implements Loopback.Input {
    private final Routes routes;
    private final Ipv4Interfaces interfaces;
    private final Forwarding forwarding;
    private final Ipv4Input input;
    private final Ipv4Output output;
    private final Echo echo;

    public Ipv4Node(NodeContext node, NetworkSettings settings, Routes routes, Protocols protocols,
            EchoListeners echoes, Loopback loopback, PacketFilters filters) {
        this.routes = routes;
        interfaces = new Ipv4Interfaces(routes);
        Ipv4Counters counters = new Ipv4Counters(node.counters());
        IcmpCounters icmpCounters = new IcmpCounters(node.counters());
        PacketTrace trace = new PacketTrace(node, Ipv4Counters.PLACE);
        PacketTrace icmpTrace = new PacketTrace(node, IcmpCounters.PLACE);
        LargePackets large = new LargePackets(node.packets(), counters);
        output = new Ipv4Output(routes, new Identification(node.random("ip.id")), loopback, counters, trace, large);
        IcmpErrors errors = new IcmpErrors(node, routes, output, icmpCounters);
        forwarding = new Forwarding(errors, counters, trace, large);
        echo = new Echo(node.packets(), output, echoes, icmpCounters, icmpTrace);
        ErrorReports reports = new ErrorReports(routes, protocols, echoes);
        IcmpInput icmp = new IcmpInput(echo, reports, icmpCounters, icmpTrace);
        input = new Ipv4Input(routes, protocols, forwarding, icmp, errors, reports, counters, trace);
        settings(settings);
    }

    /** Changes what it is set to, from now on. */
    public void settings(NetworkSettings settings) {
        forwarding.enable(settings.forwarding());
    }

    /** Runs on one more interface. */
    public Ipv4Interface addInterface(Link link) {
        return interfaces.add(link);
    }

    /** Gives an interface one more address, and a route to its subnet. */
    public void addAddress(Ipv4Interface at, InterfaceAddress address) {
        interfaces.addAddress(at, address);
    }

    /** Takes an address from an interface, with the routes that stand on it. */
    public void removeAddress(Ipv4Interface at, IpAddress address) {
        interfaces.removeAddress(at, address);
    }

    /** Appends the addresses of an interface. */
    public void addresses(Ipv4Interface at, List<AddressRow> rows) {
        for (InterfaceAddress address : at.addresses) {
            rows.add(new AddressRow(at.name, address, AddressRow.State.PREFERRED, Long.MAX_VALUE, Long.MAX_VALUE));
        }
    }

    /** Takes packets to a group on an interface from now on. */
    public void join(Ipv4Interface at, IpAddress group) {
        at.join(group.v4());
    }

    /** Undoes one {@link #join}. */
    public void leave(Ipv4Interface at, IpAddress group) {
        at.leave(group.v4());
    }

    /** A packet from a link; {@code broadcast} when the frame was for all stations or a group. */
    public void received(Packet packet, Ipv4Interface in, boolean broadcast) {
        input.received(packet, in, broadcast);
    }

    @Override
    public void fromSelf(Packet packet) {
        input.fromSelf(packet);
    }

    /** A neighbour did not answer; this packet had waited for it. */
    public void unresolved(Packet packet) {
        input.unresolved(packet);
    }

    /** The path between two addresses; the source is chosen when it is {@code null} or 0.0.0.0. */
    public Path path(IpAddress source, IpAddress destination) {
        Route route = routes.find(source == null ? Ipv4.ANY : source.v4(), destination.v4());
        if (route == null || route.leadsNowhere()) {
            return null;
        }
        int from = source == null || source.isAny() ? route.sourceFor(destination.v4()) : source.v4();
        return new Ipv4Path(routes, from, destination.v4());
    }

    /** Sends on one of its own paths. */
    public Sent send(Packet packet, Path path, int protocol, SendOptions options) {
        Ipv4Path way = (Ipv4Path) path;
        return output.send(packet, way.from, way.to, protocol, options.trafficClass(), options.hopLimit(),
                Ipv4Header.DONT_FRAGMENT);
    }

    /** Sends an echo request. */
    public Sent echo(IpAddress destination, int identifier, int sequence, int size, SendOptions options) {
        return echo.request(destination.v4(), identifier, sequence, size, options);
    }

    /** Answers a packet that no port wants; it stays with the caller. */
    public void refusePort(Packet packet, Arrival arrival) {
        throw new UnsupportedOperationException("refusePort");
    }

    /** Releases every packet it holds. */
    public void close() {
        // Nothing is held yet.
    }
}
