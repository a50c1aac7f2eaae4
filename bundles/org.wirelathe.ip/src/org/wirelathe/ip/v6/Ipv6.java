package org.wirelathe.ip.v6;

import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.ip.EchoListeners;
import org.wirelathe.ip.Loopback;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.Protocols;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.IpAddress;

/** IPv6 on one node, as the network layer asks for it. */
public final class Ipv6 implements Loopback.Input {
    private final Counter receives;
    private final Counter notSpoken;

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
        receives = node.counters().counter("ip6", "inReceives");
        notSpoken = node.counters().drop("ip6", "inDisabled");
    }

    /** Changes what it is set to, from now on. */
    public void settings(NetworkSettings settings) {
        // Nothing is set yet.
    }

    /** Runs on one more interface as the settings say, with those of their addresses that are IPv6's. */
    public Ipv6Interface addInterface(Link link, InterfaceSettings settings) {
        return new Ipv6Interface(link, settings);
    }

    /** Gives an interface one more IPv6 address; that it has it already, it says with an IllegalArgumentException. */
    public void addAddress(Ipv6Interface at, InterfaceAddress address) {
        throw new IllegalArgumentException("IPv6 does not run on " + at.name());
    }

    /** Takes an IPv6 address from an interface, with the routes that stand on it, or says that it has none such. */
    public void removeAddress(Ipv6Interface at, IpAddress address) {
        throw new IllegalArgumentException(at.name() + " has no address " + address);
    }

    /** Appends the IPv6 addresses of an interface, in the order in which they were added. */
    public void addresses(Ipv6Interface at, List<AddressRow> rows) {
        // There are none.
    }

    /** Whether an IPv6 address is one of this node's, and in use; ::1 is. */
    public boolean isLocal(IpAddress address) {
        return false;
    }

    /** The neighbours that it knows or asks for on an interface, by address. */
    public List<NeighbourRow> neighbours(Ipv6Interface at) {
        return List.of();
    }

    /** Takes packets to an IPv6 group on an interface from now on, once for each {@link #leave}. */
    public void join(Ipv6Interface at, IpAddress group) {
        throw new IllegalArgumentException("IPv6 does not run on " + at.name());
    }

    /** Undoes one {@link #join}. */
    public void leave(Ipv6Interface at, IpAddress group) {
        // Nothing was joined.
    }

    /**
     * A packet from a link, head at the IPv6 header. Takes ownership; counts it also when IPv6 does not run there.
     *
     * @param group whether it was sent to a group or to all stations
     */
    public void received(Packet packet, Ipv6Interface in, boolean group) {
        receives.increment();
        notSpoken.increment();
        packet.release();
    }

    @Override
    public void fromSelf(Packet packet) {
        packet.release();
    }

    /** The path between two IPv6 addresses, as {@link org.wirelathe.api.net.Network#path} has it. */
    public Path path(IpAddress source, IpAddress destination) {
        return null;
    }

    /** Sends on one of its own paths, as {@link org.wirelathe.api.net.Network#send} has it. Takes ownership. */
    public Sent send(Packet packet, Path path, int protocol, SendOptions options) {
        packet.release();
        return Sent.NO_ROUTE;
    }

    /** Sends an echo request to an IPv6 address, as {@link org.wirelathe.api.net.Network#echo} has it. */
    public Sent echo(IpAddress destination, int identifier, int sequence, int size, SendOptions options) {
        return Sent.NO_ROUTE;
    }

    /** Answers an IPv6 packet as {@link org.wirelathe.api.net.Network#refusePort} has it; the packet stays. */
    public void refusePort(Packet packet, Arrival arrival) {
        // Nothing arrived.
    }

    /** Releases every packet it holds. */
    public void close() {
        // It holds nothing.
    }
}
