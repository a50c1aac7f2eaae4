package org.wirelathe.model.internal.draft;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.model.App;
import org.wirelathe.model.Capture;
import org.wirelathe.model.Event;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Position;
import org.wirelathe.model.Routing;
import org.wirelathe.model.Run;
import org.wirelathe.model.Topology;
import org.wirelathe.model.internal.yaml.Yaml;

/**
 * A lab that may have holes: every part that can be made of the text, and where it is. Checks look
 * at drafts, so that one mistake does not hide the next.
 */
public final class Draft {
    /** An interface and where it is. */
    public record PlacedInterface(PortRef port, Interface it, Yaml name, Fields fields) {}

    /** A node and where it is; its interfaces are the sound ones. */
    public record PlacedNode(
            Node it,
            Yaml name,
            Fields fields,
            List<PlacedInterface> interfaces,
            List<Placed<RouteEntry>> routes) {}

    /** Something with fields, and where it is. */
    public record Placed<T>(T it, Fields fields) {}

    /** A name and where it is. */
    public record Mention<T>(T it, Yaml at) {}

    /**
     * An event before its cable is looked up: exactly one of {@code ready} and {@code ends} is
     * there.
     *
     * @param ready an event that needs no cable
     * @param ends the cable, as it is written
     * @param change what changes of the cable; without it {@code down} counts
     */
    public record EventDraft(
            long at,
            Optional<Event> ready,
            List<LinkEnd> ends,
            boolean down,
            Optional<LineReader.Directions> change,
            Fields fields) {
        static EventDraft ready(Event event, Fields fields) {
            return new EventDraft(
                    event.at(), Optional.of(event), List.of(), false, Optional.empty(), fields);
        }

        EventDraft changing(LineReader.Directions directions) {
            return new EventDraft(at, ready, ends, down, Optional.of(directions), fields);
        }

        /**
         * The event on that cable.
         *
         * @param turned whether the event names its ends the other way round
         */
        public Event on(Link link, boolean turned) {
            if (change.isEmpty()) {
                return new Event.LinkState(at, link.a(), link.b(), down);
            }
            LineReader.Directions it = turned ? change.get().turned() : change.get();
            return new Event.LinkChange(at, link.a(), link.b(), it.forth(), it.back());
        }
    }

    /** An application with its parameters. */
    public record AppDraft(App it, Fields fields, int index) {}

    String name = "";
    Run run = Run.DEFAULT;
    Routing routing = Routing.FIXED;
    Optional<Fields> runFields = Optional.empty();
    List<PlacedNode> nodes = List.of();
    List<Placed<Link>> links = List.of();
    List<AppDraft> apps = List.of();
    List<EventDraft> events = List.of();
    List<Placed<Capture>> captures = List.of();
    Map<String, Position> view = new LinkedHashMap<>();
    List<Mention<String>> viewNames = List.of();
    Set<String> damaged = Set.of();

    /** Every name and port that is written somewhere under {@code nodes}, sound or not. */
    final Set<String> writtenNodes = new HashSet<>();

    final Set<PortRef> writtenPorts = new HashSet<>();

    final Map<String, Set<String>> writtenInterfaces = new HashMap<>();

    private final Map<PortRef, PlacedInterface> interfaces = new HashMap<>();
    private Topology topology;

    Draft() {}

    /** An interface is written for that node, sound or not. */
    void written(PortRef port) {
        writtenPorts.add(port);
        writtenInterfaces.computeIfAbsent(port.node(), n -> new HashSet<>()).add(port.iface());
    }

    /** To be called when the lists are complete. */
    void index() {
        for (PlacedNode node : nodes) {
            node.interfaces().forEach(i -> interfaces.putIfAbsent(i.port(), i));
        }
        topology = Topology.of(lab(List.of()));
    }

    /** What is sound, as a lab. */
    public Lab lab(List<Event> finished) {
        return new Lab(
                name,
                nodes.stream().map(PlacedNode::it).toList(),
                links.stream().map(Placed::it).toList(),
                apps.stream().map(AppDraft::it).toList(),
                finished,
                captures.stream().map(Placed::it).toList(),
                run,
                routing,
                view);
    }

    /** Look-ups over the sound parts; the events are not in it. */
    public Topology topology() {
        return topology;
    }

    public Run run() {
        return run;
    }

    /** True unless what is written for the end of the run cannot be read. */
    public boolean knowsEnd() {
        boolean bad =
                runFields.isPresent()
                        && runFields.get().written("until")
                        && !runFields.get().sound("until");
        return complete("run") && !bad;
    }

    public List<PlacedNode> nodes() {
        return nodes;
    }

    /** Sound interfaces of all nodes. */
    public Iterable<PlacedInterface> interfaces() {
        return nodes.stream().flatMap(n -> n.interfaces().stream()).toList();
    }

    public List<Placed<Link>> links() {
        return links;
    }

    public List<AppDraft> apps() {
        return apps;
    }

    public List<EventDraft> events() {
        return events;
    }

    public List<Placed<Capture>> captures() {
        return captures;
    }

    public List<Mention<String>> viewNames() {
        return viewNames;
    }

    /** The interface of that port, when it is sound. */
    public Optional<PlacedInterface> iface(PortRef port) {
        return Optional.ofNullable(interfaces.get(port));
    }

    /** True unless the text surely has no such node. */
    public boolean mayKnow(String node) {
        return writtenNodes.contains(node) || damaged.contains("nodes");
    }

    /** True unless the text surely has no such interface. */
    public boolean mayKnow(PortRef port) {
        return writtenPorts.contains(port)
                || damaged.contains("nodes") && !writtenNodes.contains(port.node());
    }

    /** The names of the interfaces that are written for a node, sound or not. */
    public Set<String> interfaceNames(String node) {
        return writtenInterfaces.getOrDefault(node, Set.of());
    }

    /** True when an interface is written for that node. */
    public boolean hasPorts(String node) {
        return writtenInterfaces.containsKey(node);
    }

    /** The names of all nodes that are written. */
    public Set<String> nodeNames() {
        return writtenNodes;
    }

    /** True when the text of that section could be read as YAML. */
    public boolean complete(String section) {
        return !damaged.contains(section);
    }
}
