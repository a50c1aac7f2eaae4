package org.wirelathe.ui.network;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.lab.NodeAccess;

/**
 * What one node knows at one moment of a run.
 *
 * @param time ns of virtual time
 * @param addresses its addresses
 * @param routes its routes, as far as {@link #MOST} of them
 * @param allRoutes how many there are
 * @param neighbours whom it knows on its links, by ARP and by ND
 * @param stations of a switch: the stations it has seen
 * @param ports of a switch: its ports; empty for hosts and routers
 */
public record NetworkTables(long time, List<AddressRow> addresses, List<RouteEntry> routes, int allRoutes,
        List<Neighbour> neighbours, List<Bridge.StationRow> stations, List<Bridge.PortRow> ports) {
    /** Routes that are looked at: nobody reads more of them in a table. */
    static final int MOST = 1_000;

    /**
     * A neighbour.
     *
     * @param device name of the link that it is on
     */
    public record Neighbour(String device, NeighbourRow row) {
    }

    /**
     * As it is now; on the run's thread.
     *
     * @param local whether the routes to its own addresses and to broadcasts are among them
     */
    public static NetworkTables of(NodeAccess node, boolean local) {
        long now = node.context().scheduler().now();
        if (node.bridge().isPresent()) {
            Bridge bridge = node.bridge().get();
            return new NetworkTables(now, List.of(), List.of(), 0, List.of(), List.copyOf(bridge.stations()),
                    List.copyOf(bridge.ports()));
        }
        List<Neighbour> neighbours = new ArrayList<>();
        for (Link link : node.links()) {
            link.neighbours().forEach(row -> neighbours.add(new Neighbour(link.name(), row)));
            node.network().neighbours(link.name()).forEach(row -> neighbours.add(new Neighbour(link.name(), row)));
        }
        List<RouteEntry> routes = node.network().routes().stream().filter(route -> local || !isLocal(route)).toList();
        return new NetworkTables(now, List.copyOf(node.network().addresses()),
                routes.subList(0, Math.min(MOST, routes.size())), routes.size(), neighbours, List.of(),
                List.of());
    }

    /** Whether {@code ip route} keeps it in a table of its own, which it does not show unless it is asked for that. */
    private static boolean isLocal(RouteEntry route) {
        return route.kind() == RouteEntry.Kind.LOCAL || route.kind() == RouteEntry.Kind.BROADCAST;
    }

    /** Whether the node is a switch, which has no network layer of its own to show. */
    public boolean isSwitch() {
        return !ports.isEmpty();
    }
}
