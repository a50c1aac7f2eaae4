package org.wirelathe.ip.v4;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.net.RouteEntry.NextHop;
import org.wirelathe.api.net.RouteEntry.Origin;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.Route;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Ipv4Header;

/** Redirects that a host follows (RFC 792, RFC 1122 §3.2.2.2 and §3.3.1.2): one more route, for a while. */
final class Redirects {
    /** How long a redirect holds, ns (Linux: route/gc_timeout); then the router is asked again by using it. */
    static final long AGE = 300_000_000_000L;
    /** Most destinations that are redirected at once; the oldest goes for one more. */
    private static final int CAPACITY = 256;
    private static final int HOST = 32;

    /** A redirect that is followed, and when it is forgotten, ns. */
    private record Followed(RouteEntry route, long until) {
    }

    private final Scheduler scheduler;
    private final Routes routes;
    private final Ipv4Interfaces interfaces;
    private final IcmpCounters counters;
    private final PacketTrace trace;
    /** By destination, the oldest first. */
    private final Map<Integer, Followed> followed = new LinkedHashMap<>();
    private final Timer oldest;
    private boolean enabled;

    Redirects(Scheduler scheduler, Routes routes, Ipv4Interfaces interfaces, IcmpCounters counters,
            PacketTrace trace) {
        this.scheduler = scheduler;
        this.routes = routes;
        this.interfaces = interfaces;
        this.counters = counters;
        this.trace = trace;
        oldest = scheduler.timer(this::forgetOld);
    }

    /** A router does not follow redirects, it knows the way (RFC 1812 §5.2.7.2). */
    void enable(boolean enable) {
        enabled = enable;
    }

    /** Takes a redirect, its checksum found good; {@code index}: number of the interface. */
    void received(Packet packet, boolean toOne, int index) {
        if (toOne && index >= 0 && enabled && follow(packet, index)) {
            counters.inRedirects.increment();
            packet.release();
        } else {
            trace.drop(counters.inRedirectRefused, packet);
        }
    }

    private boolean follow(Packet packet, int index) {
        Ipv4Header header = new Ipv4Header(packet.bytes, packet.head);
        IcmpMessage message = new IcmpMessage(packet.bytes, packet.head + header.headerLength());
        int quotedAt = message.at() + IcmpMessage.HEADER;
        if (message.code() > IcmpMessage.CODE_REDIRECT_HOST_FOR_SERVICE
                || packet.tail - quotedAt < Ipv4Header.LEAST + 8 || Bytes.u8(packet.bytes, quotedAt) >>> 4 != 4) {
            return false;
        }
        Ipv4Header quoted = new Ipv4Header(packet.bytes, quotedAt);
        if (quoted.source() != header.destination()) {
            return false;
        }
        int destination = quoted.destination();
        int gateway = message.gateway();
        Ipv4Interface in = interfaces.at(index);
        Route now = routes.find(quoted.source(), destination);
        return now != null && now.leadsOut() && mayBeReplaced(now.entry) && isFirstHop(now, header.source(), in)
                && IpAddress.ofV4(gateway).isUnicast() && !routes.isLocal(gateway)
                && in.isOneSubnet(gateway, header.source()) && enter(destination, gateway, in);
    }

    /** A route to that one host that somebody has set is not to be overridden (RFC 1122 §3.3.1.2). */
    private static boolean mayBeReplaced(RouteEntry entry) {
        return entry.to().length() < HOST || entry.origin() == Origin.REDIRECT;
    }

    /** RFC 1122 §3.2.2.2: believed of nobody but the gateway that the destination's packets go to now, on its link. */
    private static boolean isFirstHop(Route now, int router, Ipv4Interface in) {
        for (int i = 0; i < now.hops(); i++) {
            if (!now.hopAt(i).onLink && now.hopAt(i).nextHop(0) == router && now.hopAt(i).link == in.link) {
                return true;
            }
        }
        return false;
    }

    /** Each code is taken to be about the host alone (RFC 1122 §3.2.2.2). */
    private boolean enter(int destination, int gateway, Ipv4Interface in) {
        RouteEntry entry = new RouteEntry(new IpPrefix(IpAddress.ofV4(destination), HOST), Kind.UNICAST,
                List.of(new NextHop(Optional.of(IpAddress.ofV4(gateway)), Optional.of(in.name), 1)), 0,
                Optional.empty(), Optional.empty(), Origin.REDIRECT);
        followed.remove(destination);
        if (followed.size() == CAPACITY) {
            forget(followed.keySet().iterator().next());
        }
        routes.add(entry);
        followed.put(destination, new Followed(entry, scheduler.now() + AGE));
        if (!oldest.isArmed()) {
            oldest.armAt(scheduler.now() + AGE);
        }
        return true;
    }

    private void forget(Integer destination) {
        RouteEntry route = followed.remove(destination).route();
        Route now = routes.exact(route.to());
        if (now != null && now.entry.equals(route)) { // and not one that somebody has set since
            routes.remove(route);
        }
    }

    private void forgetOld() {
        while (!followed.isEmpty()) {
            Map.Entry<Integer, Followed> first = followed.entrySet().iterator().next();
            if (first.getValue().until() > scheduler.now()) {
                oldest.armAt(first.getValue().until());
                return;
            }
            forget(first.getKey());
        }
    }

    void close() {
        oldest.cancel();
    }
}
