package org.wirelathe.ip.v6;

import org.wirelathe.api.net.Path;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;

/** A way between two IPv6 addresses. It keeps the route that it found for as long as routes do not change. */
final class Ipv6Path implements Path {
    final long fromHigh;
    final long fromLow;
    final long toHigh;
    final long toLow;
    private final IpAddress source;
    private final IpAddress destination;
    private final Ipv6Ways ways;
    private final Ipv6Mtus mtus;
    private final Ipv6Neighbours neighbours;
    private Ipv6Route route;
    private int version;

    /** @param route the route of the moment */
    Ipv6Path(Ipv6Ways ways, Ipv6Mtus mtus, Ipv6Neighbours neighbours, Ipv6Route route, IpAddress source,
            IpAddress destination) {
        this.ways = ways;
        this.mtus = mtus;
        this.neighbours = neighbours;
        this.route = route;
        this.source = source;
        this.destination = destination;
        version = ways.version();
        fromHigh = source.high();
        fromLow = source.low();
        toHigh = destination.high();
        toLow = destination.low();
    }

    /** The route of the moment, or {@code null}. */
    Ipv6Route route() {
        if (version != ways.version()) {
            version = ways.version();
            route = ways.find(fromHigh, fromLow, toHigh, toLow);
        }
        return route;
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
        return Ipv6Header.LENGTH;
    }

    @Override
    public int mtu() {
        Ipv6Route now = route();
        return now == null ? 0 : mtus.path(now, toHigh, toLow);
    }

    @Override
    public int linkMtu() {
        Ipv6Route now = route();
        return now == null ? 0 : mtus.link(now);
    }

    /** None to a group either: this node may listen to it, and must find the packet as it is sent. */
    @Override
    public Offloads offloads() {
        Ipv6Route now = route();
        return now == null || !now.leadsOut() || Scope.isGroup(toHigh) ? Offloads.NONE
                : now.out.link().nic().offloads();
    }

    @Override
    public void confirmed() {
        Ipv6Route now = route();
        if (now != null && now.leadsOut()) {
            neighbours.discovery.confirmed(now.out, now.nextHopHigh(toHigh), now.nextHopLow(toLow));
        }
    }

    @Override
    public void tooBig(int mtu) {
        mtus.learn(toHigh, toLow, mtu);
    }

    @Override
    public void blackHole(int size) {
        if (size > Ipv6Header.LEAST_MTU) { // RFC 4821 §7.7: what every link takes
            mtus.learn(toHigh, toLow, Ipv6Header.LEAST_MTU);
        }
    }
}
