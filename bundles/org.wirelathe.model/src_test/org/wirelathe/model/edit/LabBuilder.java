package org.wirelathe.model.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.wirelathe.model.App;
import org.wirelathe.model.Capture;
import org.wirelathe.model.Event;
import org.wirelathe.model.Given;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Position;
import org.wirelathe.model.Queue;
import org.wirelathe.model.Rings;
import org.wirelathe.model.Run;
import org.wirelathe.model.TcpSettings;
import org.wirelathe.model.Value;
import org.wirelathe.wire.IpAddress;

/** A lab to change by hand: says what an edit should mean, without a text. */
final class LabBuilder {
    String name;
    final List<Node> nodes;
    final List<Link> links;
    final List<App> apps;
    final List<Event> events;
    final List<Capture> capture;
    final Map<String, Position> view;
    Run run;

    LabBuilder(Lab lab) {
        name = lab.name();
        nodes = new ArrayList<>(lab.nodes());
        links = new ArrayList<>(lab.links());
        apps = new ArrayList<>(lab.apps());
        events = new ArrayList<>(lab.events());
        capture = new ArrayList<>(lab.captures());
        view = new LinkedHashMap<>(lab.view());
        run = lab.run();
    }

    Lab build() {
        return new Lab(name, nodes, links, apps, events, capture, run, view);
    }

    /** Takes a node and its place away, and nothing else. */
    void removeNode(String node) {
        nodes.removeIf(n -> n.name().equals(node));
        view.remove(node);
    }

    /** Takes list items away by their indices before. */
    static void remove(List<?> list, Integer... indices) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (List.of(indices).contains(i)) {
                list.remove(i);
            }
        }
    }

    void node(String wanted, UnaryOperator<Node> change) {
        nodes.replaceAll(n -> n.name().equals(wanted) ? change.apply(n) : n);
    }

    void iface(String node, String wanted, UnaryOperator<Interface> change) {
        node(
                node,
                n ->
                        with(
                                n,
                                n.interfaces().stream()
                                        .map(i -> i.name().equals(wanted) ? change.apply(i) : i)
                                        .toList()));
    }

    void addInterface(String node, String iface, String address) {
        node(
                node,
                n -> {
                    List<Interface> all = new ArrayList<>(n.interfaces());
                    all.add(Given.iface(iface, address + "/24"));
                    return with(n, all);
                });
    }

    void removeInterface(String node, String iface) {
        node(
                node,
                n ->
                        with(
                                n,
                                n.interfaces().stream()
                                        .filter(i -> !i.name().equals(iface))
                                        .toList()));
    }

    void gateway(String node, String address) {
        List<IpAddress> gateways = address.isEmpty() ? List.of() : List.of(IpAddress.parse(address));
        node(node, n -> new Node(n.name(), n.type(), n.interfaces(), gateways, n.routes(), n.tcp()));
    }

    void tcp(String node, TcpSettings tcp) {
        node(node, n -> new Node(n.name(), n.type(), n.interfaces(), n.gateways(), n.routes(), tcp));
    }

    void addLink(String a, String b) {
        links.add(new Link(port(a), port(b), 1_000_000_000, 1_000_000, Queue.DEFAULT, 0));
    }

    void rate(int index, long rate) {
        Link l = links.get(index);
        links.set(index, new Link(l.a(), l.b(), rate, l.delay(), l.queue(), l.loss()));
    }

    void loss(int index, long loss) {
        Link l = links.get(index);
        links.set(index, new Link(l.a(), l.b(), l.rate(), l.delay(), l.queue(), loss));
    }

    void queue(int index, Queue queue) {
        Link l = links.get(index);
        links.set(index, new Link(l.a(), l.b(), l.rate(), l.delay(), queue, l.loss()));
    }

    void parameter(int app, String key, String value) {
        App a = apps.get(app);
        Map<String, Value> parameters = new LinkedHashMap<>(a.parameters());
        if (value.isEmpty()) {
            parameters.remove(key);
        } else {
            parameters.put(key, new Value.Text(value));
        }
        apps.set(app, new App(a.on(), a.run(), parameters, a.at()));
    }

    /** Gives a node another name in everything that these samples have. */
    void rename(String from, String to) {
        node(from, n -> new Node(to, n.type(), n.interfaces(), n.gateways(), n.routes(), n.tcp()));
        links.replaceAll(
                l ->
                        new Link(
                                port(from, to, l.a()),
                                port(from, to, l.b()),
                                l.rate(),
                                l.delay(),
                                l.queue(),
                                l.loss()));
        for (int i = 0; i < apps.size(); i++) {
            App a = apps.get(i);
            apps.set(
                    i, new App(a.on().equals(from) ? to : a.on(), a.run(), a.parameters(), a.at()));
            String destination = apps.get(i).text("to").orElse("");
            if (destination.equals(from) || destination.startsWith(from + ":")) {
                parameter(i, "to", to + destination.substring(from.length()));
            }
        }
        events.replaceAll(
                e ->
                        switch (e) {
                            case Event.Swap s ->
                                    new Event.Swap(
                                            s.at(),
                                            s.node().map(n -> n.equals(from) ? to : n),
                                            s.flow(),
                                            s.congestion());
                            default -> renamed(e, p -> port(from, to, p));
                        });
        capture.replaceAll(c -> renamed(c, p -> port(from, to, p)));
        Map<String, Position> old = new LinkedHashMap<>(view);
        view.clear();
        old.forEach((n, p) -> view.put(n.equals(from) ? to : n, p));
    }

    /** Gives an interface another name in everything that these samples have. */
    void renameInterface(String node, String from, String to) {
        iface(
                node,
                from,
                i ->
                        new Interface(
                                to,
                                i.addresses(),
                                i.mac(),
                                i.mtu(),
                                i.rings(),
                                i.driver()));
        PortRef old = new PortRef(node, from);
        UnaryOperator<PortRef> rename = p -> p.equals(old) ? new PortRef(node, to) : p;
        links.replaceAll(
                l ->
                        new Link(
                                rename.apply(l.a()),
                                rename.apply(l.b()),
                                l.rate(),
                                l.delay(),
                                l.queue(),
                                l.loss()));
        events.replaceAll(e -> renamed(e, rename));
        capture.replaceAll(c -> renamed(c, rename));
    }

    private static Event renamed(Event event, UnaryOperator<PortRef> rename) {
        return switch (event) {
            case Event.Swap s -> s;
            case Event.LinkState s ->
                    new Event.LinkState(
                            s.at(), rename.apply(s.a()), rename.apply(s.b()), s.down());
            case Event.LinkChange s ->
                    new Event.LinkChange(
                            s.at(), rename.apply(s.a()), rename.apply(s.b()), s.forth(), s.back());
            case Event.Refit s -> new Event.Refit(s.at(), rename.apply(s.port()), s.change());
            case Event.QueueSwap s ->
                    new Event.QueueSwap(s.at(), rename.apply(s.port()), s.queue());
            case Event.DriverSwap s ->
                    new Event.DriverSwap(s.at(), rename.apply(s.port()), s.driver());
            case Event.AddressChange s ->
                    new Event.AddressChange(s.at(), rename.apply(s.port()), s.address(), s.add());
            case Event.RouteChange s -> s;
        };
    }

    private static Capture renamed(Capture c, UnaryOperator<PortRef> rename) {
        return new Capture(rename.apply(c.at()), c.on(), c.filter(), c.ring(), c.snap());
    }

    static Interface mtu(Interface i, int mtu) {
        return new Interface(
                i.name(), i.addresses(), i.mac(), mtu, i.rings(), i.driver());
    }

    static Interface rings(Interface i, Rings rings) {
        return new Interface(
                i.name(), i.addresses(), i.mac(), i.mtu(), rings, i.driver());
    }

    static Interface mac(Interface i, long mac) {
        return new Interface(
                i.name(),
                i.addresses(),
                OptionalLong.of(mac),
                i.mtu(),
                i.rings(),
                i.driver());
    }

    private static Node with(Node n, List<Interface> interfaces) {
        return new Node(n.name(), n.type(), interfaces, n.gateways(), n.routes(), n.tcp());
    }

    private static PortRef port(String text) {
        return PortRef.parse(text).orElseThrow();
    }

    private static PortRef port(String from, String to, PortRef port) {
        return port.node().equals(from) ? new PortRef(to, port.iface()) : port;
    }
}
