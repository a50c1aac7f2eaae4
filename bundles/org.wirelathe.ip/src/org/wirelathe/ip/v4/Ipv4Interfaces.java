package org.wirelathe.ip.v4;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.net.RouteEntry.NextHop;
import org.wirelathe.api.net.RouteEntry.Origin;
import org.wirelathe.ip.Route;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Ipv4;

/** The interfaces on which IPv4 runs, with their addresses, and the routes that follow from those. */
final class Ipv4Interfaces {
    /** 224.0.0.1, all systems of a link: every host is in it, always (RFC 1112 §4). */
    static final int ALL_SYSTEMS = 0xE0000001;
    private static final IpPrefix LOOPBACK = IpPrefix.parse("127.0.0.0/8");
    private static final IpAddress LOCALHOST = IpAddress.parse("127.0.0.1");
    private static final IpPrefix LIMITED_BROADCAST = IpPrefix.parse("255.255.255.255/32");
    /** RFC 3021: a /31 has no broadcast address. */
    private static final int LONGEST_WITH_BROADCAST = 30;

    private final Routes routes;
    private final List<Ipv4Interface> interfaces = new ArrayList<>();

    Ipv4Interfaces(Routes routes) {
        this.routes = routes;
        routes.connected(own());
    }

    Ipv4Interface add(Link link, int index) {
        Ipv4Interface added = new Ipv4Interface(link, index);
        interfaces.add(added);
        added.join(ALL_SYSTEMS);
        return added;
    }

    void addAddress(Ipv4Interface at, InterfaceAddress address) {
        if (at.has(address.address().v4())) {
            throw new IllegalArgumentException(at.name + " has the address " + address.address() + " already");
        }
        at.link.address(address.address().v4());
        at.addresses.add(address);
        changed(at);
    }

    void removeAddress(Ipv4Interface at, IpAddress address) {
        if (!at.addresses.removeIf(one -> one.address().equals(address))) {
            throw new IllegalArgumentException(at.name + " has no address " + address);
        }
        at.link.forget(address.v4());
        changed(at);
    }

    private void changed(Ipv4Interface at) {
        routes.connected(own());
        at.toAll = at.addresses.isEmpty() ? null : routes.resolve(entry(LIMITED_BROADCAST, Kind.BROADCAST, here(at),
                at.addresses.getFirst().address()));
    }

    /** The way to all neighbours on the interface with that address, or on the first that has one; or {@code null}. */
    Route toAllOf(int source) {
        Ipv4Interface at = source == Ipv4.ANY ? null : of(source);
        for (int i = 0; at == null && i < interfaces.size(); i++) {
            at = interfaces.get(i).toAll == null ? null : interfaces.get(i);
        }
        return at == null ? null : at.toAll;
    }

    /** The interface that has an address, or {@code null}. */
    Ipv4Interface of(int address) {
        for (int i = 0; i < interfaces.size(); i++) {
            if (interfaces.get(i).has(address)) {
                return interfaces.get(i);
            }
        }
        return null;
    }

    /** The interface of that number. */
    Ipv4Interface at(int index) {
        return interfaces.get(index);
    }

    /** The interface with that link. */
    Ipv4Interface of(Link link) {
        for (int i = 0; i < interfaces.size(); i++) {
            if (interfaces.get(i).link == link) {
                return interfaces.get(i);
            }
        }
        return null;
    }

    /** This node's addresses, subnets and broadcast addresses; of equal routes the first counts. */
    private List<RouteEntry> own() {
        List<RouteEntry> own = new ArrayList<>();
        own.add(entry(LOOPBACK, Kind.LOCAL, List.of(), LOCALHOST));
        interfaces.forEach(at -> at.addresses.forEach(one -> own.add(
                entry(new IpPrefix(one.address(), 32), Kind.LOCAL, List.of(), one.address()))));
        for (Ipv4Interface at : interfaces) {
            List<NextHop> here = here(at);
            for (InterfaceAddress one : at.addresses) {
                own.add(entry(one.subnet(), Kind.UNICAST, here, one.address()));
                if (one.prefixLength() <= LONGEST_WITH_BROADCAST) {
                    int broadcast = one.address().v4() | ~Ipv4.mask(one.prefixLength());
                    own.add(entry(new IpPrefix(IpAddress.ofV4(broadcast), 32), Kind.BROADCAST, here, one.address()));
                }
                own.add(entry(LIMITED_BROADCAST, Kind.BROADCAST, here, one.address()));
            }
        }
        return own;
    }

    private static List<NextHop> here(Ipv4Interface at) {
        return List.of(new NextHop(Optional.empty(), Optional.of(at.name), 1));
    }

    private static RouteEntry entry(IpPrefix to, Kind kind, List<NextHop> hops, IpAddress source) {
        return new RouteEntry(to, kind, hops, 0, Optional.empty(), Optional.of(source), Origin.KERNEL);
    }
}
