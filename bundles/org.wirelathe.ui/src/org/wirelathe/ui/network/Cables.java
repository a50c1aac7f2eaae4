package org.wirelathe.ui.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Topology;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.topology.Trail;

/** The cables between two interfaces that hear each other: one, or several with switches between them. */
final class Cables {
    private Cables() {
    }

    /** The fewest cables from the one to the other; none when they do not hear each other. */
    static List<Trail.Leg> between(Topology topology, PortRef from, PortRef to, boolean shared) {
        ArrayDeque<PortRef> leaving = new ArrayDeque<>(List.of(from));
        Map<PortRef, PortRef> before = new HashMap<>();
        Set<String> switches = new HashSet<>();
        while (!leaving.isEmpty()) {
            PortRef port = leaving.poll();
            Optional<PortRef> peer = topology.link(port).flatMap(link -> link.peer(port));
            if (peer.isEmpty()) {
                continue;
            }
            if (peer.get().equals(to)) {
                return legs(topology, before, port, shared);
            }
            Optional<Node> node = topology.node(peer.get().node()).filter(n -> n.type() == NodeType.SWITCH);
            if (node.isPresent() && switches.add(node.get().name())) {
                for (Interface out : node.get().interfaces()) {
                    PortRef next = new PortRef(node.get().name(), out.name());
                    before.put(next, port);
                    leaving.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<Trail.Leg> legs(Topology topology, Map<PortRef, PortRef> before, PortRef last, boolean shared) {
        List<Trail.Leg> legs = new ArrayList<>();
        for (PortRef port = last; port != null; port = before.get(port)) {
            Link link = topology.link(port).orElseThrow();
            legs.addFirst(new Trail.Leg(new EditTarget.OfLink(link.a(), link.b()), link.a().equals(port), shared));
        }
        return legs;
    }
}
