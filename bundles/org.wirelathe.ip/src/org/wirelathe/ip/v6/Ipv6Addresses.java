package org.wirelathe.ip.v6;

import java.util.List;
import java.util.Optional;

import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** The routes that follow from a node's addresses, and how the addresses are shown. */
final class Ipv6Addresses {
    private final NodeContext node;
    private final Routes routes;

    Ipv6Addresses(NodeContext node, Routes routes) {
        this.node = node;
        this.routes = routes;
    }

    /** ::1 leads to this node. */
    void addLoopback() {
        routes.add(local(IpAddress.LOOPBACK));
    }

    /**
     * The interface may have addresses that it had not. The subnet of one that somebody has given it is known at once,
     * also while it is still tried: routes may lead over neighbours there (Linux: inet6_addr_add).
     */
    void entered(Ipv6Interface at) {
        for (Ipv6Address address : at.addresses()) {
            if (hasSubnet(address)) {
                routes.addIfAbsent(subnet(at, address));
            }
        }
    }

    /** The interface has lost an address. */
    void left(Ipv6Interface at, InterfaceAddress gone) {
        for (Ipv6Address other : at.addresses()) {
            if (hasSubnet(other) && subnet(at, other).to().equals(gone.subnet())) {
                return;
            }
        }
        if (!gone.address().isLinkLocal() && gone.prefixLength() < 128) {
            routes.remove(subnet(at, gone));
        }
    }

    private static boolean hasSubnet(Ipv6Address address) {
        return !address.automatic && !address.address.isLinkLocal() && address.prefixLength < 128;
    }

    /** An address became usable, stopped being so, or went; see {@link Ipv6Core#changed}. */
    void changed(Ipv6Interface at, Ipv6Address address) {
        boolean usable = address.isUsable() && at.addresses().contains(address);
        if (address.address.isLinkLocal()) {
            return; // every link has those of its own; nothing of them stands in the routes
        }
        RouteEntry own = local(address.address);
        if (usable) {
            routes.addIfAbsent(own);
        } else {
            routes.remove(own);
        }
    }

    private static RouteEntry local(IpAddress address) {
        return new RouteEntry(new IpPrefix(address, 128), RouteEntry.Kind.LOCAL, List.of(), 0, Optional.empty(),
                Optional.empty(), RouteEntry.Origin.KERNEL);
    }

    private static RouteEntry subnet(Ipv6Interface at, Ipv6Address address) {
        return subnet(at, new InterfaceAddress(address.address, address.prefixLength));
    }

    private static RouteEntry subnet(Ipv6Interface at, InterfaceAddress address) {
        return new RouteEntry(address.subnet(), RouteEntry.Kind.UNICAST,
                List.of(new RouteEntry.NextHop(Optional.empty(), Optional.of(at.name()), 1)), 0, Optional.empty(),
                Optional.empty(), RouteEntry.Origin.KERNEL);
    }

    /** Appends the addresses of an interface, in the order in which they were added. */
    void rows(Ipv6Interface at, List<AddressRow> rows) {
        for (Ipv6Address one : at.addresses()) {
            rows.add(new AddressRow(at.name(), new InterfaceAddress(one.address, one.prefixLength), one.state,
                    left(one.validUntil), left(one.preferredUntil)));
        }
    }

    private long left(long until) {
        return until == Long.MAX_VALUE ? until : Math.max(0, until - node.scheduler().now());
    }
}
