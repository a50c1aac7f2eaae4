package org.wirelathe.ip.v4;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;

/** Tells the flows of IPv4 packets apart, for routes with several next hops (RFC 2992). */
final class Flows {
    private final Routes routes;

    Flows(Routes routes) {
        this.routes = routes;
    }

    /**
     * A number that all packets of a flow have in common: of addresses and protocol, and of ports unless the packet is
     * a fragment, since only the first has them.
     *
     * @param header of the packet, which is sound
     */
    int of(Ipv4Header header, Packet packet) {
        int body = packet.head + header.headerLength();
        int protocol = header.protocol();
        boolean ports = (protocol == Protocol.TCP || protocol == Protocol.UDP) && !header.isFragment()
                && packet.tail - body >= 4;
        return routes.flowHash(0, IpAddress.mapped(header.source()), 0, IpAddress.mapped(header.destination()),
                protocol, ports ? Bytes.i32(packet.bytes, body) : 0);
    }
}
