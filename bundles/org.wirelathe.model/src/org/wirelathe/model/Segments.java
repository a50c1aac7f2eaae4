package org.wirelathe.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which interfaces hear each other's Ethernet frames: over a cable, or over cables and switches and
 * within one VLAN.
 */
final class Segments {
    /** Refuses frames of that kind. */
    private static final int NOWHERE = -1;

    /** A switch, as far as frames of one VLAN see it. */
    private record Floor(String node, int vlan) {}

    /** A frame with a tag, or 0 for none, that leaves through a port. */
    private record Leaving(PortRef port, int tag) {}

    private final Topology topology;
    private final Map<PortRef, List<PortRef>> known = new HashMap<>();

    Segments(Topology topology) {
        this.topology = topology;
    }

    /** Everybody who hears {@code port}, which is no switch's; itself is the first. */
    List<PortRef> of(PortRef port) {
        List<PortRef> segment = known.get(port);
        if (segment == null) {
            segment = List.copyOf(search(port));
            for (PortRef member : segment) {
                known.putIfAbsent(member, segment);
            }
        }
        return segment;
    }

    private List<PortRef> search(PortRef start) {
        List<PortRef> members = new ArrayList<>(List.of(start));
        Set<Floor> visited = new HashSet<>();
        ArrayDeque<Leaving> leaving = new ArrayDeque<>();
        leaving.add(new Leaving(start, vlans(start).own()));
        while (!leaving.isEmpty()) {
            Leaving frame = leaving.poll();
            Optional<PortRef> peer =
                    topology.link(frame.port).flatMap(link -> link.peer(frame.port));
            Optional<Node> node = peer.flatMap(p -> topology.node(p.node()));
            if (node.isEmpty()) {
                continue;
            }
            if (node.get().type() != NodeType.SWITCH) {
                if (vlans(peer.get()).own() == frame.tag && !peer.get().equals(start)) {
                    members.add(peer.get());
                }
                continue;
            }
            int vlan = in(node.get(), peer.get(), frame.tag);
            if (vlan != NOWHERE && visited.add(new Floor(node.get().name(), vlan))) {
                flood(node.get(), vlan, leaving);
            }
        }
        return members;
    }

    private static void flood(Node node, int vlan, ArrayDeque<Leaving> leaving) {
        boolean aware = aware(node);
        for (Interface port : node.interfaces()) {
            int tag = aware ? out(port, vlan) : vlan;
            if (tag != NOWHERE) {
                leaving.add(new Leaving(new PortRef(node.name(), port.name()), tag));
            }
        }
    }

    private Vlans vlans(PortRef port) {
        return topology.iface(port).map(Interface::vlans).orElse(Vlans.NONE);
    }

    /** A switch on which no VLAN is written passes tags as they are. */
    private static boolean aware(Node node) {
        return node.interfaces().stream().anyMatch(port -> !port.vlans().equals(Vlans.NONE));
    }

    private int in(Node node, PortRef port, int tag) {
        if (!aware(node)) {
            return tag;
        }
        Vlans vlans = vlans(port);
        if (tag == 0) {
            return vlans.untagged() == 0 ? NOWHERE : vlans.untagged();
        }
        return vlans.trunk().contains(tag) ? tag : NOWHERE;
    }

    private static int out(Interface port, int vlan) {
        if (port.vlans().untagged() == vlan) {
            return 0;
        }
        return port.vlans().trunk().contains(vlan) ? vlan : NOWHERE;
    }
}
