package org.wirelathe.lab.internal.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.probe.Journal;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.RouteText;

/**
 * Gives the nodes of a lab their computed routes, and others when a cable is cut, mended or changed: the ways over what
 * was whole at that moment take effect after the lab's delay. On the loop, and on record in the journal.
 */
public final class Rerouting {
    /** Tells which cables are cut now. */
    public interface Cut {
        /** Those cables. */
        Set<Link> links();
    }

    private final Lab lab;
    private final Scheduler clock;
    private final Journal journal;
    private final Map<String, Network> networks;
    private final Cut cut;
    private Map<String, List<RouteEntry>> present = Map.of();

    /** @param networks of all nodes that look into packets, by name */
    public Rerouting(Lab lab, Scheduler clock, Journal journal, Map<String, Network> networks, Cut cut) {
        this.lab = lab;
        this.clock = clock;
        this.journal = journal;
        this.networks = new LinkedHashMap<>(networks);
        this.cut = cut;
    }

    /** Gives every node its first routes, at once. */
    public void install() {
        Map<String, List<RouteEntry>> routes = ComputedRoutes.of(lab, cut.links());
        networks.forEach((node, network) -> network.replaceRoutes(RouteEntry.Origin.COMPUTED, routes.get(node)));
        present = routes;
    }

    /** A cable was cut, mended or changed. */
    public void changed() {
        Set<Link> now = new HashSet<>(cut.links());
        clock.timer(() -> replace(ComputedRoutes.of(lab, now))).armAt(clock.now() + lab.routing().delay());
    }

    private void replace(Map<String, List<RouteEntry>> routes) {
        networks.forEach((node, network) -> {
            List<RouteEntry> before = present.get(node);
            List<RouteEntry> after = routes.get(node);
            if (!before.equals(after)) {
                network.replaceRoutes(RouteEntry.Origin.COMPUTED, after);
                journal.event("routes", node, difference(before, after) + "; "
                        + Quantity.TIME.format(lab.routing().delay()) + " after the cables changed");
            }
        });
        present = routes;
    }

    /** What changed, a network at a time. */
    private static String difference(List<RouteEntry> before, List<RouteEntry> after) {
        List<String> changes = new ArrayList<>();
        for (RouteEntry route : after) {
            if (!before.contains(route)) {
                changes.add(RouteText.of(route) + (leads(before, route) ? "" : " (new)"));
            }
        }
        for (RouteEntry route : before) {
            if (!leads(after, route)) {
                changes.add("no way to " + route.to());
            }
        }
        return String.join(", ", changes);
    }

    private static boolean leads(List<RouteEntry> routes, RouteEntry route) {
        return routes.stream().anyMatch(other -> other.to().equals(route.to()));
    }
}
