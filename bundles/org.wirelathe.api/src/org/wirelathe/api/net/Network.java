package org.wirelathe.api.net;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;

/** The network layer of one node. Addresses are IPv4 in an {@code int}, as {@code org.wirelathe.wire.Ipv4} has them. */
public interface Network {
    /** Default time to live (RFC 1340; Linux: 64). */
    int DEFAULT_TTL = 64;

    /** Brings up an interface with an address, and a route to its subnet. */
    void addInterface(Link link, int address, int prefixLength);

    /**
     * Adds a route; the longest prefix wins (B18).
     *
     * @param nextHop a neighbour on a connected subnet
     * @throws IllegalArgumentException when the next hop is on none
     */
    void addRoute(int prefix, int prefixLength, int nextHop);

    /** Whether packets for other nodes are forwarded (a router) or dropped (a host). */
    void forwarding(boolean forward);

    /** Whether an address is one of this node's. */
    boolean isLocal(int address);

    /** The source address for packets to {@code destination}; {@link org.wirelathe.wire.Ipv4#ANY} without a route. */
    int sourceFor(int destination);

    /** Most bytes of an IPv4 packet, header included, on the first hop to {@code destination}; 0 without a route. */
    int mtuTo(int destination);

    /**
     * What the interface on the first hop to {@code destination} does in the layers' place, at this moment;
     * {@link Offloads#NONE} without a route, and to this node itself.
     */
    default Offloads offloadsTo(int destination) {
        return Offloads.NONE;
    }

    /**
     * Sends a packet whose head is at the transport header; takes ownership, pushes the IP header. With a
     * {@linkplain Packet#segmentSize segment size} it may be longer than the MTU, up to 65,535 bytes with its header.
     *
     * @return how far it came on this host
     */
    Sent send(Packet packet, int source, int destination, int protocol);

    /** Room to leave in front of a transport header. */
    int headroom();

    /** Who takes packets of a protocol; one handler each. */
    void handler(int protocol, ProtocolHandler handler);

    /** Sends an ICMP echo request with {@code size} bytes of pattern; the answer goes to the {@link EchoListener}. */
    Sent echo(int destination, int identifier, int sequence, int size);

    /** Who hears of echo replies and errors with this identifier; {@code null} for nobody any more. */
    void echoListener(int identifier, EchoListener listener);

    /** Releases every packet it holds: the run is over. */
    void close();
}
