package org.wirelathe.ip.v4;

import org.wirelathe.api.net.Path;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.ip.Route;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4Header;

/** A way between two IPv4 addresses. It keeps its route, and looks for another only when routes have changed. */
public final class Ipv4Path implements Path {
    final int from;
    final int to;
    private final IpAddress source;
    private final IpAddress destination;
    private final Ways ways;
    private final PathMtus mtus;
    private Route route;
    private int generation;
    private PathMtus.Entry known;
    private int mtuGeneration;

    Ipv4Path(Ways ways, PathMtus mtus, int from, int to) {
        this.ways = ways;
        this.mtus = mtus;
        this.from = from;
        this.to = to;
        source = IpAddress.ofV4(from);
        destination = IpAddress.ofV4(to);
        generation = ways.generation();
        route = ways.to(from, to);
        mtuGeneration = mtus.generation();
        known = mtus.of(to);
    }

    /** The route that its packets take now, or {@code null}. */
    Route route() {
        if (generation != ways.generation()) {
            generation = ways.generation();
            route = ways.to(from, to);
        }
        return route;
    }

    /** What is known of its MTU, or {@code null}. */
    PathMtus.Entry known() {
        if (mtuGeneration != mtus.generation()) {
            mtuGeneration = mtus.generation();
            known = mtus.of(to);
        }
        return known;
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
        int link = linkMtu();
        PathMtus.Entry entry = known();
        return entry == null ? link : entry.mtu(link);
    }

    @Override
    public int linkMtu() {
        Route now = route();
        return now == null || now.leadsNowhere() ? 0 : now.mtu;
    }

    /** Of several next hops with different cards nothing can be said. */
    @Override
    public Offloads offloads() {
        Route now = route();
        if (now == null || !now.leadsOut()) {
            return Offloads.NONE;
        }
        Offloads first = now.hop().link.nic().offloads();
        for (int i = 1; i < now.hops(); i++) {
            if (!now.hopAt(i).link.nic().offloads().equals(first)) {
                return Offloads.NONE;
            }
        }
        return first;
    }

    @Override
    public void confirmed() {
        // ARP confirms its entries by asking.
    }

    @Override
    public void tooBig(int mtu) {
        mtus.tooBig(to, mtu, linkMtu());
    }

    @Override
    public void blackHole(int size) {
        mtus.blackHole(to, size, linkMtu());
    }
}
