package org.wirelathe.ip.v6;

import org.wirelathe.api.net.AddressRow;
import org.wirelathe.wire.IpAddress;

/** An IPv6 address of an interface, and how far it may be used (RFC 4862 §5.4, §5.5.4). */
public final class Ipv6Address {
    public final IpAddress address;
    public final int prefixLength;
    /** Whether it was made from a router's advertisement. */
    public final boolean automatic;
    public AddressRow.State state;
    /** Loop time at which it is no longer preferred; {@link Long#MAX_VALUE} for never. */
    public long preferredUntil = Long.MAX_VALUE;
    /** Loop time at which it is no longer an address; {@link Long#MAX_VALUE} for never. */
    public long validUntil = Long.MAX_VALUE;

    public Ipv6Address(IpAddress address, int prefixLength, boolean automatic, AddressRow.State state) {
        this.address = address;
        this.prefixLength = prefixLength;
        this.automatic = automatic;
        this.state = state;
    }

    /** Whether packets may be sent from it and are taken for it. */
    public boolean isUsable() {
        return state == AddressRow.State.PREFERRED || state == AddressRow.State.DEPRECATED;
    }
}
