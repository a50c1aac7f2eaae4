package org.wirelathe.ip.v4;

import org.wirelathe.api.net.Path;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.ip.Route;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4Header;

/** A way between two IPv4 addresses. */
final class Ipv4Path implements Path {
    final int from;
    final int to;
    private final IpAddress source;
    private final IpAddress destination;
    private final Routes routes;

    Ipv4Path(Routes routes, int from, int to) {
        this.routes = routes;
        this.from = from;
        this.to = to;
        source = IpAddress.ofV4(from);
        destination = IpAddress.ofV4(to);
    }

    @Override
    public IpAddress source() {
        return source;
    }

    @Override
    public IpAddress destination() {
        return destination;
    }

    @Override
    public int headerLength() {
        return Ipv4Header.LEAST;
    }

    @Override
    public int mtu() {
        return linkMtu();
    }

    @Override
    public int linkMtu() {
        Route route = routes.find(from, to);
        return route == null ? 0 : route.mtu;
    }

    @Override
    public Offloads offloads() {
        Route route = routes.find(from, to);
        return route == null || !route.leadsOut() ? Offloads.NONE : route.hop().link.nic().offloads();
    }

    @Override
    public void confirmed() {
        // ARP confirms its entries by asking.
    }

    @Override
    public void tooBig(int mtu) {
        // Nothing is remembered of a path yet.
    }

    @Override
    public void blackHole(int size) {
        // Nothing is remembered of a path yet.
    }
}
