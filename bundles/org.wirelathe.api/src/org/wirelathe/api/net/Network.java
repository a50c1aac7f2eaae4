package org.wirelathe.api.net;

import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.IpAddress;

/** The network layer of one node: IPv4 and IPv6. Belongs to the loop's thread. */
public interface Network {
    /** Changes what the layer is set to, from now on. */
    void settings(NetworkSettings settings);

    // ---- interfaces and addresses ----

    /** Brings up an interface with its addresses, and a route to the subnet of each. */
    void addInterface(Link link, InterfaceSettings settings);

    /**
     * Gives an interface one more address, and a route to its subnet.
     *
     * @throws IllegalArgumentException when there is no such interface, or it has the address already
     */
    void addAddress(String device, InterfaceAddress address);

    /**
     * Takes an address from an interface, with the routes that stand on it.
     *
     * @throws IllegalArgumentException when it has no such address
     */
    void removeAddress(String device, IpAddress address);

    /** All addresses, by interface in the order in which they were added. */
    List<AddressRow> addresses();

    /** Whether an address is one of this node's, and in use. */
    boolean isLocal(IpAddress address);

    /** The IPv6 neighbours that it knows or asks for on a link, by address; ARP's are {@link Link#neighbours}. */
    List<NeighbourRow> neighbours(String device);

    /**
     * Takes packets to a group on an interface from now on (RFC 1112, RFC 4291 §2.7); once for each
     * {@link #leave}.
     *
     * @throws IllegalArgumentException when there is no such interface, or the address is no group
     */
    void join(String device, IpAddress group);

    /** Undoes one {@link #join}. */
    void leave(String device, IpAddress group);

    // ---- routes ----

    /**
     * Adds a route; one with the same prefix, metric and sources is replaced (B18).
     *
     * @throws IllegalArgumentException when a next hop is on no subnet of this node, or the families differ
     */
    void addRoute(RouteEntry route);

    /** Takes out the route with the same prefix, metric and sources; returns whether there was one. */
    boolean removeRoute(RouteEntry route);

    /** Puts these in the place of all routes of that origin, at once: no packet sees half of them. */
    void replaceRoutes(RouteEntry.Origin origin, List<RouteEntry> routes);

    /** All routes: IPv4 before IPv6, by prefix, length and metric. */
    List<RouteEntry> routes();

    // ---- sending ----

    /**
     * The path to a destination.
     *
     * @param source one of this node's addresses, or {@code null} to have it chosen (RFC 6724 §5)
     * @return {@code null} when there is no route, or no address of that family to send from
     */
    Path path(IpAddress source, IpAddress destination);

    /**
     * Destinations in the order in which they are to be tried (RFC 6724 §6); those that cannot be reached stand last.
     */
    List<IpAddress> preferred(List<IpAddress> destinations);

    /**
     * Sends a packet whose head is at the transport header; takes ownership, pushes the IP header. With a
     * {@linkplain Packet#segmentSize segment size} it may be longer than the MTU, up to 65,535 bytes with its header.
     *
     * @return how far it came on this host
     */
    Sent send(Packet packet, Path path, int protocol, SendOptions options);

    /** Room to leave in front of a transport header. */
    int headroom();

    // ---- receiving ----

    /** Who takes packets of a protocol, of both families; one handler each. */
    void handler(int protocol, ProtocolHandler handler);

    /**
     * Answers a packet that {@link ProtocolHandler#received} was given and that no port wants, with "port unreachable"
     * (RFC 1122 §4.1.3.1, RFC 4443 §3.1). Called in that call, with the packet's head where it was; the packet stays
     * with the caller.
     */
    void refusePort(Packet packet, Arrival arrival);

    // ---- what a router may do to packets ----

    /**
     * Puts these rules in the place of the ones before.
     *
     * @throws IllegalArgumentException with a sentence, when a rule's expression is malformed or names no interface
     */
    void firewall(List<FilterRule> rules);

    /**
     * Translates addresses from now on; {@code null} for no more. Mappings are forgotten.
     *
     * @throws IllegalArgumentException when there is no such interface, or it has no IPv4 address
     */
    void nat(NatSettings settings);

    // ---- echo ----

    /** Sends an ICMP echo request with {@code size} bytes of pattern; the answer goes to the {@link EchoListener}. */
    Sent echo(IpAddress destination, int identifier, int sequence, int size, SendOptions options);

    /** Who hears of echo replies and errors with this identifier; {@code null} for nobody any more. */
    void echoListener(int identifier, EchoListener listener);

    /** Whether somebody hears of echo replies with this identifier. */
    default boolean hasEchoListener(int identifier) {
        return false;
    }

    /** Releases every packet it holds: the run is over. */
    void close();
}
