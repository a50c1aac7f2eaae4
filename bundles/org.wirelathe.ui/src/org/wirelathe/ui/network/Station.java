package org.wirelathe.ui.network;

import java.util.List;
import java.util.Optional;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.lab.NodeAccess;
import org.wirelathe.wire.IpAddress;

/**
 * What a node would do with a packet at one moment of a run.
 *
 * @param addresses its addresses
 * @param arrived whether the packet is for the node itself
 * @param route which route it would take, with the interface of each next hop; empty when there is none
 */
record Station(List<AddressRow> addresses, boolean arrived, Optional<RouteEntry> route) {
    /** As it is now; on the run's thread. */
    static Station of(NodeAccess node, IpAddress source, IpAddress destination) {
        List<AddressRow> addresses = List.copyOf(node.network().addresses());
        return of(addresses, node.network().isLocal(destination),
                node.bridge().isPresent() ? List.of() : node.network().routes(), source, destination);
    }

    static Station of(List<AddressRow> addresses, boolean arrived, List<RouteEntry> routes, IpAddress source,
            IpAddress destination) {
        return new Station(addresses, arrived, Hops.route(routes, source, destination)
                .map(route -> Hops.withDevices(route, addresses)));
    }

    /** Whether an interface has that address. */
    boolean has(String device, IpAddress address) {
        return addresses.stream().anyMatch(row -> row.address().address().equals(address)
                && (row.device().equals(device) || row.device().startsWith(device + ".")));
    }
}
