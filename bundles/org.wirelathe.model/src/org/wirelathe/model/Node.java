package org.wirelathe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirelathe.api.net.FilterRule;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.node.CpuCosts;
import org.wirelathe.wire.IpAddress;

/**
 * A host, a router or a switch.
 *
 * @param name unique in the lab
 * @param type what it is made of
 * @param interfaces in the order of the file; names are unique on the node
 * @param gateways the next hops of the default routes, at most one of each family
 * @param routes static routes in the order of the file
 * @param tcp settings of the node's TCP
 * @param cpu what interrupts cost the node's processor
 * @param switching what a switch is set to
 * @param ip settings of the node's network layer
 * @param firewall what it lets pass, in the order of the file
 * @param nat how it translates addresses; empty when it does not
 */
public record Node(
        String name,
        NodeType type,
        List<Interface> interfaces,
        List<IpAddress> gateways,
        List<RouteEntry> routes,
        TcpSettings tcp,
        CpuCosts cpu,
        SwitchSettings switching,
        NetworkSettings ip,
        List<FilterRule> firewall,
        Optional<NatSettings> nat) {
    public Node {
        interfaces = List.copyOf(interfaces);
        gateways = List.copyOf(gateways);
        routes = List.copyOf(routes);
        firewall = List.copyOf(firewall);
    }

    /** A node whose processor takes no time, and that is set to nothing special. */
    public Node(
            String name,
            NodeType type,
            List<Interface> interfaces,
            List<IpAddress> gateways,
            List<RouteEntry> routes,
            TcpSettings tcp) {
        this(
                name,
                type,
                interfaces,
                gateways,
                routes,
                tcp,
                CpuCosts.NONE,
                SwitchSettings.DEFAULT,
                NetworkSettings.DEFAULT.forwarding(type == NodeType.ROUTER),
                List.of(),
                Optional.empty());
    }

    /** The interface of that name. */
    public Optional<Interface> iface(String name) {
        for (Interface iface : interfaces) {
            if (iface.name().equals(name)) {
                return Optional.of(iface);
            }
        }
        return Optional.empty();
    }

    /** Whether that is one of its addresses. */
    public boolean owns(IpAddress address) {
        return interfaces.stream().anyMatch(i -> i.owns(address));
    }

    /**
     * The addresses that the node's name stands for: of each family those of the first interface that has any, in
     * the order of the file; link-local ones, which are good on one link only, are not among them.
     */
    public List<IpAddress> addresses() {
        Interface v4 = first(true);
        Interface v6 = first(false);
        List<IpAddress> all = new ArrayList<>();
        for (Interface iface : interfaces) {
            for (InterfaceAddress own : iface.addresses()) {
                if (own.address().isV4() ? iface == v4 : iface == v6 && !own.address().isLinkLocal()) {
                    all.add(own.address());
                }
            }
        }
        return all;
    }

    private Interface first(boolean v4) {
        for (Interface iface : interfaces) {
            for (InterfaceAddress own : iface.addresses()) {
                if (own.address().isV4() == v4 && (v4 || !own.address().isLinkLocal())) {
                    return iface;
                }
            }
        }
        return null;
    }
}
