package org.wirelathe.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lab: what a lab file means.
 *
 * @param name the title
 * @param nodes in the order of the file; names are unique
 * @param links in the order of the file; an interface has at most one
 * @param apps in the order of the file
 * @param events in the order of the file, not of time
 * @param captures the frames that are recorded
 * @param run how the lab runs
 * @param routing who makes the routes that nobody has written
 * @param view where nodes are on the canvas; nodes may be missing
 */
public record Lab(
        String name,
        List<Node> nodes,
        List<Link> links,
        List<App> apps,
        List<Event> events,
        List<Capture> captures,
        Run run,
        Routing routing,
        Map<String, Position> view) {
    public Lab {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        apps = List.copyOf(apps);
        events = List.copyOf(events);
        captures = List.copyOf(captures);
        view = Collections.unmodifiableMap(new LinkedHashMap<>(view));
    }

    /** A lab whose routes stay. */
    public Lab(
            String name,
            List<Node> nodes,
            List<Link> links,
            List<App> apps,
            List<Event> events,
            List<Capture> captures,
            Run run,
            Map<String, Position> view) {
        this(name, nodes, links, apps, events, captures, run, Routing.FIXED, view);
    }

    /** The interfaces at which frames are recorded, in the order of the file. */
    public List<PortRef> capture() {
        return captures.stream().map(Capture::at).distinct().toList();
    }

    /** The node of that name. For many look-ups use a {@link Topology}. */
    public Optional<Node> node(String name) {
        for (Node node : nodes) {
            if (node.name().equals(name)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }
}
