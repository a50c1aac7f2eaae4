package org.wirelathe.api.transport;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.packet.Packet;

/** Who has a port of a datagram transport. */
public interface DatagramHandler {
    /**
     * A datagram: head at its first byte of data. Takes ownership when it answers true.
     *
     * @return false when there is no room for it (B52): it is dropped and counted
     */
    boolean received(Packet packet, Arrival arrival, int sourcePort);

    /** An ICMP error about a datagram that was sent from this port (RFC 1122 §4.1.3.3). */
    void failed(NetworkError error);
}
