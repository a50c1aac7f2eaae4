package org.wirelathe.api.net;

import java.util.List;
import java.util.Optional;

/**
 * How the network layer is set up on one interface.
 *
 * @param addresses its addresses, of either family; the first of each is the preferred one
 * @param ipv6 whether IPv6 runs on it: it has a link-local address and takes part in neighbour discovery (RFC 4861)
 * @param detectDuplicates whether an IPv6 address is tried before it is used (RFC 4862 §5.4): one to two seconds in
 *        which nothing is sent from it
 * @param acceptAdvertisements whether addresses and routes are taken from routers' advertisements (RFC 4862)
 * @param advertise what it tells hosts on the link when this node is their router (RFC 4861 §6.2); empty for nothing
 */
public record InterfaceSettings(List<InterfaceAddress> addresses, boolean ipv6, boolean detectDuplicates,
        boolean acceptAdvertisements, Optional<Advertisement> advertise) {
    /** Those addresses and nothing else; IPv6 runs when one of them is of that family. */
    public static InterfaceSettings of(List<InterfaceAddress> addresses) {
        return new InterfaceSettings(addresses, addresses.stream().anyMatch(a -> !a.address().isV4()), true, false,
                Optional.empty());
    }
}
