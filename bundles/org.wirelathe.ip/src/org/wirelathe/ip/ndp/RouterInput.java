package org.wirelathe.ip.ndp;

import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.NeighborMessage;

/** Takes messages between routers and hosts that are valid: solicitations, advertisements, redirects. */
final class RouterInput {
    private final Ipv6Core core;
    private final Ipv6Interface at;
    private final Neighbours neighbours;
    private final RouterDiscovery discovery;
    private final RouterSolicitations solicitations;
    private final RouterAdvertisements advertisements;
    private final RouterConsistency consistency;
    private final Lifetimes lifetimes;

    /**
     * @param advertisements {@code null} when this node advertises nothing on the interface
     * @param consistency {@code null} then, too
     */
    RouterInput(Ipv6Core core, Ipv6Interface at, Neighbours neighbours, RouterDiscovery discovery,
            RouterSolicitations solicitations, RouterAdvertisements advertisements,
            RouterConsistency consistency, Lifetimes lifetimes) {
        this.core = core;
        this.at = at;
        this.neighbours = neighbours;
        this.discovery = discovery;
        this.solicitations = solicitations;
        this.advertisements = advertisements;
        this.consistency = consistency;
        this.lifetimes = lifetimes;
    }

    /** A host asks for routers (RFC 4861 §6.2.6). Returns why the message is dropped; {@code null} when it is not. */
    String solicitation(Ipv6Header ip, NeighborMessage message) {
        if (advertisements == null || !advertisements.isAdvertising()) {
            return Drops.ROLE;
        }
        Neighbour host = sender(ip, message);
        if (host != null) {
            host.isRouter = false;
        }
        advertisements.solicited();
        return null;
    }

    /** The entry of who sent a message, made when he gives his link-layer address; else it may be {@code null}. */
    private Neighbour sender(Ipv6Header ip, NeighborMessage message) {
        return message.options().hasSource()
                ? neighbours.heard(ip.sourceHigh(), ip.sourceLow(), message.options().source())
                : neighbours.known(ip.sourceHigh(), ip.sourceLow());
    }

    /** A router speaks (RFC 4861 §6.3.4); another router learns who it is, and compares. */
    String advertisement(Ipv6Header ip, NeighborMessage message) {
        Neighbour router = sender(ip, message);
        if (router != null) {
            router.isRouter = true;
        }
        if (!core.isRouter() && at.settings().acceptAdvertisements()) {
            discovery.advertised(ip, message);
            lifetimes.changed();
            if (message.routerLifetime() != 0) {
                solicitations.answered();
            }
        }
        if (advertisements != null && advertisements.isAdvertising()) {
            consistency.compare(ip.source(), message);
        }
        return null;
    }

    /** A router tells of a better first hop (RFC 4861 §8.3); routers do not listen. */
    String redirect(Ipv6Header ip, NeighborMessage message) {
        if (core.isRouter()) {
            return Drops.ROLE;
        }
        String reason = core.believesRedirects() ? discovery.redirected(ip, message) : Drops.REDIRECT;
        lifetimes.changed();
        return reason;
    }
}
