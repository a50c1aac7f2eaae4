package org.wirelathe.api.link;

import org.wirelathe.api.packet.Packet;

/** What the layer above a link hears. Both calls hand over ownership. */
public interface LinkClient {
    /**
     * An IPv4 packet came in: head at the IP header, link padding possibly still at the tail.
     *
     * @param broadcast whether it was sent to all stations or to a group: no error may be sent about it (RFC 1122
     *        §3.2.2)
     */
    void received(Packet packet, boolean broadcast);

    /**
     * An IPv6 packet came in: head at the IPv6 header, link padding possibly still at the tail.
     *
     * @param group whether it was sent to a group or to all stations
     */
    void received6(Packet packet, boolean group);

    /** A neighbour did not answer; this packet had waited for it. */
    void unresolved(Packet packet, int nextHop);
}
