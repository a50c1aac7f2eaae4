package org.wirelathe.ip.v6;

import java.util.List;

import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.IpAddress;

/** What neighbour discovery does for the rest of IPv6 (RFC 4861, RFC 4862). */
public interface NeighbourDiscovery {
    /**
     * An interface has come up: it gets its link-local address and those of its settings, tries them, looks for routers
     * or begins to be one.
     */
    void up(Ipv6Interface at);

    /**
     * Whether this node forwards has changed, {@link Ipv6Core#isRouter} answers anew: it begins to be a router on its
     * interfaces, or says that it is one no more (RFC 4861 §6.2.5) and looks for others.
     */
    default void roleChanged() {
    }

    /** An interface gets one more address: it is entered into the interface, tried and announced. */
    void add(Ipv6Interface at, InterfaceAddress address);

    /** An interface loses an address. */
    void remove(Ipv6Interface at, IpAddress address);

    /**
     * Sends a packet, its head at the IPv6 header, to a neighbour or a group on a link; takes ownership. While the
     * neighbour's address is unknown the packet waits in a bounded queue; when nobody answers it goes to
     * {@link Ipv6Core#unresolved}.
     *
     * @return false when the packet was dropped on this host, here or in the device below
     */
    boolean send(Packet packet, Ipv6Interface out, long nextHopHigh, long nextHopLow);

    /**
     * An ICMPv6 message of type 133 to 137 has come; checksum and length of the ICMPv6 header are good. Takes ownership.
     *
     * @param packet head at the IPv6 header
     * @param at where the ICMPv6 message begins
     */
    void received(Packet packet, int at, Ipv6Interface in, Arrival arrival);

    /**
     * A forwarded packet goes out where it came in: its sender is told of a better first hop, within limits (RFC 4861
     * §8.2). The packet stays with the caller.
     */
    void redirect(Packet packet, Ipv6Interface at, long nextHopHigh, long nextHopLow);

    /** A neighbour is reachable, a layer above has it from the other end (RFC 4861 §7.3.1). */
    void confirmed(Ipv6Interface at, long nextHopHigh, long nextHopLow);

    /** The neighbours of an interface, by address. */
    List<NeighbourRow> neighbours(Ipv6Interface at);

    /** Releases every packet it holds. */
    void close();
}
