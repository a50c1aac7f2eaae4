package org.wirelathe.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A host or a router.
 *
 * @param name unique in the lab
 * @param type what it is made of
 * @param interfaces in the order of the file; names are unique on the node
 * @param gateway the next hop of the default route; empty when there is none
 * @param routes static routes in the order of the file
 * @param tcp settings of the node's TCP
 */
public record Node(
        String name,
        NodeType type,
        List<Interface> interfaces,
        OptionalInt gateway,
        List<Route> routes,
        TcpSettings tcp) {
    public Node {
        interfaces = List.copyOf(interfaces);
        routes = List.copyOf(routes);
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
        return interfaces.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(interfaces.getFirst().address());
    }
}
