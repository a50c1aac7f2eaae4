package org.wirelathe.ip.ndp;

import org.wirelathe.ip.v6.Ipv6Address;

/** Who hears what became of an address that was tried. */
interface AddressWatch {
    /** Nobody else has it: it is used from now on. */
    void usable(Ipv6Address address);

    /** Somebody else has it: it is never used. */
    void duplicate(Ipv6Address address);
}
