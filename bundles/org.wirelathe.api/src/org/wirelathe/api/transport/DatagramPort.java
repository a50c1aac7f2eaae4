package org.wirelathe.api.transport;

import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.wire.IpAddress;

/** A port of a datagram transport, as its socket sees it. */
public interface DatagramPort {
    /** Most bytes of a datagram: 65,535 less the headers of UDP and IPv4. */
    int MOST = 65_507;

    Endpoint local();

    /** The only peer; {@code null} when it has none. */
    Endpoint remote();

    /**
     * From now on datagrams and errors come from this peer only; {@code null} for from everybody again.
     *
     * @throws TransportException without a route
     */
    void connect(Endpoint remote) throws TransportException;

    /** The path to the peer; {@code null} when it has none. */
    Path path();

    /**
     * Sends a datagram.
     *
     * @param to where to; {@code null} for to the peer
     * @return how far it came; {@link Sent#TOO_BIG} when its options forbid to cut it
     * @throws TransportException without a route, or to a broadcast address without {@link #broadcast}
     */
    Sent send(byte[] source, int at, int length, Endpoint to, SendOptions options) throws TransportException;

    /** Whether datagrams may be sent to all stations of a link (SO_BROADCAST, RFC 8085 §3); at first they may not. */
    void broadcast(boolean allowed);

    /** Takes datagrams to a group on an interface (RFC 1112 §7.1). */
    void join(String device, IpAddress group);

    /** Undoes one {@link #join}. */
    void leave(String device, IpAddress group);

    /** Gives the port back. */
    void close();
}
