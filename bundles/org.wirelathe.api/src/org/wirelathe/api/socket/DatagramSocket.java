package org.wirelathe.api.socket;

import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/** A datagram socket. */
public interface DatagramSocket {
    /** Its file descriptor. */
    int fd();

    /**
     * From now on datagrams and errors come from this peer only; {@code null} for from everybody again.
     *
     * @throws SocketException ENETUNREACH
     */
    void connect(Endpoint remote) throws SocketException;

    /**
     * Sends a datagram.
     *
     * @param to where to; {@code null} for to the peer
     * @return whether it was taken; false when the device below is full (ENOBUFS)
     * @throws SocketException EMSGSIZE, ENETUNREACH, EHOSTUNREACH, EACCES (broadcast), EDESTADDRREQ (no peer), EINVAL
     *         (port 0); of a connected socket, the pending error, once (ECONNREFUSED)
     */
    boolean send(byte[] source, int at, int length, Endpoint to) throws SocketException;

    /**
     * Takes the oldest datagram; what does not fit the target is lost.
     *
     * @return bytes of it; 0 for an empty datagram, -1 when there is none (EAGAIN): the readable callback will come
     * @throws SocketException of a connected socket, the pending error, once (ECONNREFUSED)
     */
    int receive(byte[] target, int at, int length) throws SocketException;

    /** Where the datagram taken last came from. */
    Endpoint from();

    /** The address that the datagram taken last was sent to (IP_PKTINFO, RFC 1122 §4.1.3.5). */
    IpAddress to();

    /** Called when a datagram or an error comes and none waited; {@code null} for nobody. */
    void onReadable(Runnable callback);

    /** The oldest ICMP error about a datagram of this socket, which is thereby taken (IP_RECVERR); or {@code null}. */
    NetworkError networkError();

    /**
     * Hop limit, traffic class, what is done with large datagrams; for those sent from now on. Until it is called they
     * go no further than the link when they are for a group (RFC 1112 §6.1).
     */
    void options(SendOptions options);

    /** Whether datagrams may be sent to all stations of a link (SO_BROADCAST). */
    void broadcast(boolean allowed);

    /** Datagrams lost at a full receive buffer so far (B52). */
    long drops();

    /** What has been received and not taken yet, bytes of data. */
    int available();

    /** The port underneath (B22). */
    DatagramPort port();

    void close();
}
