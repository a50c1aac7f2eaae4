package org.wirelathe.model;

import org.wirelathe.wire.Ipv4;

/**
 * A static route.
 *
 * @param to the network it leads to; {@code 0.0.0.0/0} is the default route
 * @param via the next hop, an address on a connected network
 */
public record Route(Subnet to, int via) {
    @Override
    public String toString() {
        return to + " via " + Ipv4.format(via);
    }
}
