package org.wirelathe.ip.v4;

import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.ip.Route;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.Ipv4;

/** Where packets of this node go: by its routes, but to a group and to all stations by an interface. */
final class Ways {
    private final Routes routes;
    private final Ipv4Interfaces interfaces;

    Ways(Routes routes, Ipv4Interfaces interfaces) {
        this.routes = routes;
        this.interfaces = interfaces;
    }

    /** As long as it is the same, {@link #to} answers the same. */
    int generation() {
        return routes.generation();
    }

    /**
     * The route from an address of this node to a destination, or {@code null}. Routes do not tell links apart that
     * carry the same group: a group's packets leave by the interface whose address they come from (RFC 1112 §6.1), of
     * the first that has one when there is none to choose by; and so do those to all stations (RFC 1122 §3.3.6).
     *
     * <p>A loopback address never leaves the node (RFC 1122 §3.2.1.3 (g)).
     *
     * @param source {@link Ipv4#ANY} when it is yet to be chosen
     */
    Route to(int source, int destination) {
        boolean many = Ipv4.isMulticast(destination) || destination == Ipv4.BROADCAST;
        Route route = many ? interfaces.toAllOf(source) : routes.find(source, destination);
        boolean strays = route != null && Ipv4.isLoopback(source) && route.kind != RouteEntry.Kind.LOCAL;
        return strays ? null : route;
    }
}
