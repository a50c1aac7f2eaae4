package org.wirelathe.ip.v4;

import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.AddressRow;
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
import org.wirelathe.ip.fragment.FragmentCounters;
import org.wirelathe.ip.fragment.Ipv4Fragmenter;
import org.wirelathe.ip.fragment.Ipv4Reassembly;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;

/** IPv4 on one node, as the network layer asks for it: the parts that do the work, put together. */
public final class Ipv4Node implements Loopback.Input {
    private final Routes routes;
    private final Ipv4Interfaces interfaces;
    private final Ways ways;
    private final PathMtus mtus;
    private final Ipv4Reassembly reassembly;
    private final IcmpErrors errors;
    private final Forwarding forwarding;
    private final Redirects redirects;
    private final Delivery delivery;
    private final Ipv4Input input;
    private final Ipv4Output output;
    private final Echo echo;

    public Ipv4Node(NodeContext node, NetworkSettings settings, Routes routes, Protocols protocols,
            EchoListeners echoes, Loopback loopback, PacketFilters filters) {
        this.routes = routes;
        interfaces = new Ipv4Interfaces(routes);
        ways = new Ways(routes, interfaces);
        mtus = new PathMtus(node.scheduler());
        Ipv4Counters counters = new Ipv4Counters(node.counters());
        PacketTrace trace = new PacketTrace(node, Ipv4Counters.PLACE);
        IcmpCounters icmp = new IcmpCounters(node.counters());
        PacketTrace icmpTrace = new PacketTrace(node, IcmpCounters.PLACE);
        OptionProcessing options = new OptionProcessing(node.scheduler(), routes);
        LargePackets large = new LargePackets(node.packets(), counters);
        Ipv4Fragmenter fragmenter = new Ipv4Fragmenter(node.packets(),
                new FragmentCounters(node.counters(), Ipv4Counters.PLACE));
        Ipv4Transmit transmit = new Ipv4Transmit(interfaces, loopback, filters, fragmenter, large, new Flows(routes),
                counters, trace);
        output = new Ipv4Output(ways, new Identification(node.random("ip.id")), counters, trace, large, transmit);
        errors = new IcmpErrors(node, routes, output, icmp);
        ErrorReports reports = new ErrorReports(routes, protocols, echoes, mtus);
        forwarding = new Forwarding(interfaces, options, filters, errors, counters, trace, large, transmit);
        echo = new Echo(node.packets(), output, options, echoes, icmp, icmpTrace);
        redirects = new Redirects(node.scheduler(), routes, interfaces, icmp, icmpTrace);
        Timestamp timestamp = new Timestamp(node.scheduler(), output, icmp, icmpTrace);
        IcmpInput icmpInput = new IcmpInput(echo, timestamp, redirects, reports, icmp, icmpTrace);
        reassembly = new Ipv4Reassembly(node, Ipv4Counters.PLACE, settings, this::reassemblyTimedOut);
        delivery = new Delivery(protocols, reassembly, icmpInput, options, filters, errors, counters, trace);
        input = new Ipv4Input(routes, forwarding, delivery, options, filters, errors, reports, counters, trace);
        settings(settings);
    }

    /** Changes what it is set to, from now on; how much is held for reassembly stays as it was. */
    public void settings(NetworkSettings settings) {
        forwarding.enable(settings.forwarding(), settings.redirects());
        redirects.enable(settings.redirects() && !settings.forwarding());
        errors.limit(settings.errorsPerSecond(), settings.errorBurst());
        mtus.age(settings.pathMtuAge());
    }

    /** RFC 1122 §3.3.2: the source hears that its packet did not become whole. */
    private void reassemblyTimedOut(Packet first, int index) {
        if (routes.isLocal(new Ipv4Header(first.bytes, first.head).destination())) {
            errors.send(first, IcmpMessage.TIME_EXCEEDED, IcmpMessage.CODE_REASSEMBLY, 0);
        }
        first.release();
    }

    /** Runs on one more interface, of that number. */
    public Ipv4Interface addInterface(Link link, int index) {
        return interfaces.add(link, index);
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
    public Ipv4Path path(IpAddress source, IpAddress destination) {
        int from = source == null ? Ipv4.ANY : source.v4();
        Route route = ways.to(from, destination.v4());
        if (route == null || route.leadsNowhere()) {
            return null;
        }
        return new Ipv4Path(ways, mtus, from == Ipv4.ANY ? route.sourceFor(destination.v4()) : from, destination.v4());
    }

    /** Sends on one of its own paths. */
    public Sent send(Packet packet, Path path, int protocol, SendOptions options) {
        return output.send(packet, (Ipv4Path) path, protocol, options);
    }

    /** Sends an echo request. */
    public Sent echo(IpAddress destination, int identifier, int sequence, int size, SendOptions options) {
        Ipv4Path path = path(null, destination);
        Ipv4Path way = path == null ? new Ipv4Path(ways, mtus, Ipv4.ANY, destination.v4()) : path;
        return echo.request(way, identifier, sequence, size, options);
    }

    /** Answers a packet that is being delivered and that no port wants; it stays with the caller. */
    public void refusePort(Packet packet) {
        delivery.refusePort(packet);
    }

    /** Releases every packet it holds. */
    public void close() {
        redirects.close();
        reassembly.close();
    }
}
