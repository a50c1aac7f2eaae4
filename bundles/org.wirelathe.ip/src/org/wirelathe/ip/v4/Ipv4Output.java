package org.wirelathe.ip.v4;

import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.Loopback;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.Route;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;

/** Sends what this node has to say. */
final class Ipv4Output {
    private final Routes routes;
    private final Identification identification;
    private final Loopback loopback;
    private final Ipv4Counters counters;
    private final PacketTrace trace;
    private final LargePackets large;
    private final Ipv4Header header = new Ipv4Header();

    Ipv4Output(Routes routes, Identification identification, Loopback loopback, Ipv4Counters counters,
            PacketTrace trace, LargePackets large) {
        this.routes = routes;
        this.identification = identification;
        this.loopback = loopback;
        this.counters = counters;
        this.trace = trace;
        this.large = large;
    }

    /**
     * Routes a packet whose head is at the transport header, puts the IP header in front, and gives it away.
     *
     * @param source the source address, or {@link Ipv4#ANY} to have it chosen by the route
     * @param trafficClass DSCP and ECN, 0 to 255
     * @param hopLimit 1 to 255
     * @param flags {@link Ipv4Header#DONT_FRAGMENT} or 0
     */
    Sent send(Packet packet, int source, int destination, int protocol, int trafficClass, int hopLimit,
            int flags) {
        counters.outRequests.increment();
        Route route = routes.find(source, destination);
        if (route == null || route.leadsNowhere()) {
            trace.drop(counters.outNoRoutes, packet);
            return Sent.NO_ROUTE;
        }
        int length = packet.length() + Ipv4Header.LEAST;
        if (length > route.mtu && !(route.leadsOut() && large.fits(packet, route.mtu))) {
            trace.drop(counters.outTooBig, packet);
            return Sent.TOO_BIG;
        }
        int number = identification.next(destination, packet.segmentSize == 0 ? 1 : large.count(packet));
        int from = source == Ipv4.ANY ? route.sourceFor(destination) : source;
        header.over(packet.bytes, packet.push(Ipv4Header.LEAST)).write(trafficClass, length,
                number, flags, hopLimit, protocol, from, destination);
        trace.routed(packet);
        return give(packet, route, destination) ? Sent.YES : Sent.DROPPED;
    }

    private boolean give(Packet packet, Route route, int destination) {
        switch (route.kind) {
            case UNICAST:
                counters.outTransmits.increment();
                return route.hop().link.send(packet, route.hop().nextHop(destination));
            case BROADCAST:
                counters.outTransmits.increment();
                return route.hop().link.broadcast(packet);
            default:
                loopback.send(packet);
                return true;
        }
    }
}
