package org.wirelathe.api.net;

import org.wirelathe.api.packet.Packet;

/** A protocol above IP. */
public interface ProtocolHandler {
    /**
     * A packet for this node: head at the transport header, tail at the end of the IP packet. Takes ownership of the
     * packet; the arrival is only lent.
     */
    void received(Packet packet, Arrival arrival);

    /** Whether it takes packets for all stations of a link; TCP does not (RFC 1122 §4.2.3.10). */
    default boolean takesBroadcasts() {
        return false;
    }

    /**
     * An ICMP error about a packet of this protocol that this node sent (RFC 1122 §3.2.2). The network layer draws no
     * conclusions: who finds the quoted packet among its own tells the {@link Path#tooBig path} when it was too big.
     */
    void failed(NetworkError error);
}
