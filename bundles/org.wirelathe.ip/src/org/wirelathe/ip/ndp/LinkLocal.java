package org.wirelathe.ip.ndp;

import org.wirelathe.ip.v6.Ipv6Address;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.IpAddress;

/** The address from which a router speaks as one, and a host looks for routers. */
final class LinkLocal {
    private LinkLocal() {
    }

    /** The first link-local address of an interface that may be used; {@code null} when there is none. */
    static IpAddress of(Ipv6Interface at) {
        for (Ipv6Address address : at.addresses()) {
            if (address.isUsable() && address.address.isLinkLocal()) {
                return address.address;
            }
        }
        return null;
    }
}
