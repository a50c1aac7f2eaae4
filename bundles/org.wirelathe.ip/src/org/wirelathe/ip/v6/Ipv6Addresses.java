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

    /** An address became usable, stopped being so, or went; see {@link Ipv6Core#changed}. */
    void changed(Ipv6Interface at, Ipv6Address address) {
        boolean usable = address.isUsable() && at.addresses().contains(address);
        if (address.address.isLinkLocal()) {
            return; // every link has those of its own; nothing of them stands in the routes
        }
        RouteEntry own = local(address.address);
        RouteEntry subnet = subnet(at, address);
        if (usable) {
            routes.addIfAbsent(own);
            if (!address.automatic && address.prefixLength < 128) {
                routes.addIfAbsent(subnet);
            }
            return;
        }
        routes.remove(own);
        if (!address.automatic && !isElsewhere(at, subnet)) {
            routes.remove(subnet);
        }
    }

    /** Whether another address of the interface stands for the same subnet. */
    private static boolean isElsewhere(Ipv6Interface at, RouteEntry subnet) {
        for (Ipv6Address other : at.addresses()) {
            if (other.isUsable() && !other.automatic && subnet(at, other).to().equals(subnet.to())) {
                return true;
            }
        }
        return false;
    }

    private static RouteEntry local(IpAddress address) {
        return new RouteEntry(new IpPrefix(address, 128), RouteEntry.Kind.LOCAL, List.of(), 0, Optional.empty(),
                Optional.empty(), RouteEntry.Origin.KERNEL);
    }

    private static RouteEntry subnet(Ipv6Interface at, Ipv6Address address) {
        return new RouteEntry(new IpPrefix(address.address, address.prefixLength), RouteEntry.Kind.UNICAST,
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
