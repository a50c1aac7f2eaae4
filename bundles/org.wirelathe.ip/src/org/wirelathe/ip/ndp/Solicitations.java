package org.wirelathe.ip.ndp;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.v6.Ipv6Address;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;

/** Asks a neighbour for its link-layer address, or whether it is still there (RFC 4861 §7.2.2, §7.3.3). */
final class Solicitations {
    private final Ipv6Interface at;
    private final Messages messages;
    private final Ipv6Header header = new Ipv6Header();

    Solicitations(Ipv6Interface at, Messages messages) {
        this.at = at;
        this.messages = messages;
    }

    /** Asks in the neighbour's group, or itself when its link-layer address is known. */
    void solicit(Neighbour neighbour) {
        IpAddress source = source(neighbour.peek());
        if (source != null) {
            IpAddress target = neighbour.address();
            messages.neighbourSolicitation(source,
                    neighbour.mac == Neighbour.UNKNOWN ? target.solicitedNode() : target, target.high(), target.low());
        }
    }

    /** The packet's source when it is one of this interface, so that the answer finds its way; else any of its own. */
    private IpAddress source(Packet packet) {
        if (packet != null) {
            header.over(packet.bytes, packet.head);
            Ipv6Address own = at.address(header.sourceHigh(), header.sourceLow());
            if (own != null && own.isUsable()) {
                return own.address;
            }
        }
        IpAddress source = null;
        for (Ipv6Address own : at.addresses()) {
            if (own.isUsable() && (source == null || own.address.isLinkLocal())) {
                source = own.address;
            }
        }
        return source;
    }
}
