package org.wirelathe.ip.ndp;

import org.wirelathe.api.time.Scheduler;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.NeighborMessage;
import org.wirelathe.wire.NeighborOptions;
import org.wirelathe.wire.PrefixInformation;

/** What a host takes from routers' advertisements (RFC 4861 §6.3.4, RFC 4862 §5.5.3) and redirects (RFC 4861 §8.3). */
final class RouterDiscovery {
    private final Scheduler scheduler;
    private final Ipv6Core core;
    private final Ipv6Interface at;
    private final HostVariables variables;
    private final Neighbours neighbours;
    private final StatelessAutoconfiguration autoconfiguration;
    private final PrefixInformation information = new PrefixInformation();
    final DefaultRouters routers;
    final PrefixList prefixes;
    final Redirects redirects;

    RouterDiscovery(Scheduler scheduler, Ipv6Core core, Ipv6Interface at, int index, HostVariables variables,
            Neighbours neighbours, StatelessAutoconfiguration autoconfiguration) {
        this.scheduler = scheduler;
        this.core = core;
        this.at = at;
        this.variables = variables;
        this.neighbours = neighbours;
        this.autoconfiguration = autoconfiguration;
        routers = new DefaultRouters(core, at.name(), index);
        prefixes = new PrefixList(core, at.name(), index);
        redirects = new Redirects(core, at.name());
    }

    /** A valid advertisement has come, and this host is set to believe it; options stand in it in any order. */
    void advertised(Ipv6Header ip, NeighborMessage message) {
        long now = scheduler.now();
        routers.advertised(ip.source(), now, now + message.routerLifetime() * Constants.SECOND);
        if (message.hopLimit() != 0) {
            at.hopLimit(message.hopLimit());
        }
        variables.baseReachableTime(message.reachableTime() * Constants.MILLISECOND);
        variables.retransTimer(message.retransmitTime() * Constants.MILLISECOND);
        NeighborOptions options = message.options();
        int mtu = options.mtu();
        if (mtu >= Ipv6Header.LEAST_MTU && mtu <= at.link().mtu()) {
            at.mtu(mtu);
        }
        for (int i = options.firstPrefix(); i != NeighborOptions.NONE; i = options.nextPrefix(i)) {
            prefix(information.over(message.bytes(), i), now);
        }
    }

    private void prefix(PrefixInformation option, long now) {
        if (option.check() != Fault.NONE || Groups.isGroup(option.prefixHigh())) {
            return;
        }
        IpPrefix prefix = new IpPrefix(new IpAddress(option.prefixHigh(), option.prefixLow()),
                option.prefixLength());
        if (prefix.network().isLinkLocal() || prefix.isV4()) {
            return;
        }
        long valid = nanoseconds(option.validLifetime());
        long preferred = nanoseconds(option.preferredLifetime());
        if (option.isOnLink()) {
            prefixes.advertised(prefix, now, StatelessAutoconfiguration.until(now, valid));
        }
        if (option.isAutonomous() && preferred <= valid && prefix.length() == 128 - StableAddress.IDENTIFIER_BITS) {
            autoconfiguration.advertised(prefix, preferred, valid);
        }
    }

    private static long nanoseconds(long seconds) {
        return seconds == PrefixInformation.FOREVER ? Long.MAX_VALUE : seconds * Constants.SECOND;
    }

    /** A router tells of a better first hop. Returns why that is not believed; {@code null} when it is. */
    String redirected(Ipv6Header ip, NeighborMessage message) {
        IpAddress destination = message.destination();
        IpAddress target = message.target();
        if (!ip.source().equals(core.firstHop(destination.high(), destination.low()))
                || at.address(target.high(), target.low()) != null
                || at.address(destination.high(), destination.low()) != null) {
            return Drops.REDIRECT;
        }
        NeighborOptions options = message.options();
        Neighbour neighbour = options.hasTarget()
                ? neighbours.heard(target.high(), target.low(), options.target())
                : neighbours.known(target.high(), target.low());
        if (neighbour != null && !message.isToDestination()) {
            neighbour.isRouter = true;
        }
        redirects.add(destination, target, scheduler.now());
        return null;
    }

    /** A neighbour did not answer (RFC 4861 §7.3.3: the next hop is determined anew). */
    void unreachable(IpAddress neighbour) {
        routers.unreachable(neighbour);
        redirects.remove(neighbour);
    }

    /** A router says that it is none any more (RFC 4861 §7.2.5). */
    void ceasedToRoute(IpAddress neighbour) {
        routers.remove(neighbour);
        redirects.remove(neighbour);
    }

    /** This node is a host no more, or not on this interface. */
    void clear() {
        routers.clear();
        prefixes.clear();
        redirects.clear();
    }
}
