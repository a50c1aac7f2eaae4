package org.wirelathe.api.net;

import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * An address of an interface, and the subnet that is reached there without a router.
 *
 * @param address a unicast address
 * @param prefixLength 0 to 32, or 0 to 128
 */
public record InterfaceAddress(IpAddress address, int prefixLength) {
    /** @throws IllegalArgumentException when the address cannot be that of an interface */
    public InterfaceAddress {
        if (!address.isUnicast()) {
            throw new IllegalArgumentException(address + " cannot be the address of an interface");
        }
        subnet(address, prefixLength);
    }

    /** The subnet. */
    public IpPrefix subnet() {
        return subnet(address, prefixLength);
    }

    private static IpPrefix subnet(IpAddress address, int length) {
        return new IpPrefix(address, length);
    }

    @Override
    public String toString() {
        return address + "/" + prefixLength;
    }
}
