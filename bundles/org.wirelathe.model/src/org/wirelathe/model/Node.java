package org.wirelathe.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.wirelathe.api.node.CpuCosts;

/**
 * A host, a router or a switch.
 *
 * @param name unique in the lab
 * @param type what it is made of
 * @param interfaces in the order of the file; names are unique on the node
 * @param gateway the next hop of the default route; empty when there is none
 * @param routes static routes in the order of the file
 * @param tcp settings of the node's TCP
 * @param cpu what interrupts cost the node's processor
 * @param switching what a switch is set to
 */
public record Node(
        String name,
        NodeType type,
        List<Interface> interfaces,
        OptionalInt gateway,
        List<Route> routes,
        TcpSettings tcp,
        CpuCosts cpu,
        SwitchSettings switching) {
    public Node {
        interfaces = List.copyOf(interfaces);
        routes = List.copyOf(routes);
    }

    /** A node whose processor takes no time. */
    public Node(
            String name,
            NodeType type,
            List<Interface> interfaces,
            OptionalInt gateway,
            List<Route> routes,
            TcpSettings tcp) {
        this(
                name,
                type,
                interfaces,
                gateway,
                routes,
                tcp,
                CpuCosts.NONE,
                SwitchSettings.DEFAULT);
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

    /** The address that the node's name stands for: that of its first interface. */
    public OptionalInt address() {
        return interfaces.isEmpty() || !interfaces.getFirst().hasAddress()
                ? OptionalInt.empty()
                : OptionalInt.of(interfaces.getFirst().address());
    }
}
