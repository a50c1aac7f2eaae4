package org.wirelathe.ip.udp;

import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.Path;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;

/**
 * Where a port sent its last datagram to: whoever sends there again soon needs no new path. A path follows the routes by
 * itself, but not the choice of its source, so it is chosen anew after a second.
 */
final class Destination {
    private static final long AGE = 1_000_000_000L;

    private final Network network;
    private Path path;
    private IpAddress address;
    private boolean broadcast;
    private long until;

    Destination(Network network) {
        this.network = network;
    }

    /**
     * The path there; {@code null} without a route.
     *
     * @param local the source, or {@code null} to have it chosen
     */
    Path path(IpAddress local, IpAddress to, long now) {
        if (path == null || now >= until || !to.equals(address)) {
            path = network.path(local, to);
            address = to;
            broadcast = to.isV4() && isBroadcast(network, to.v4());
            until = now + AGE;
        }
        return path;
    }

    /** Whether it is the address of all stations of a link. */
    boolean isBroadcast() {
        return broadcast;
    }

    void forget() {
        path = null;
    }

    /** The limited broadcast address, or that of a subnet this node is on (RFC 1122 §3.2.1.3). */
    static boolean isBroadcast(Network network, int address) {
        if (address == Ipv4.BROADCAST) {
            return true;
        }
        for (AddressRow row : network.addresses()) {
            IpAddress own = row.address().address();
            int length = row.address().prefixLength();
            if (own.isV4() && length <= 30 && address == (own.v4() | ~Ipv4.mask(length))) {  // RFC 3021
                return true;
            }
        }
        return false;
    }
}
