package org.wirelathe.cli.internal.shell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.link.NeighbourState;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.probe.Journal;
import org.wirelathe.api.socket.SocketRow;
import org.wirelathe.api.socket.Sockets;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Datagrams;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.lab.NodeAccess;
import org.wirelathe.wire.IpAddress;

/** A node with one interface, whose layers keep what they are given; its methods stand in for those of the layers. */
public final class FakeNode {
    final List<AddressRow> addresses = new ArrayList<>();
    final List<RouteEntry> routes = new ArrayList<>();
    final List<NeighbourRow> neighbours6 = new ArrayList<>();
    final List<SocketRow> table = new ArrayList<>();
    final List<DatagramPort> ports = new ArrayList<>();
    final List<String> echoes = new ArrayList<>();
    final Map<Integer, EchoListener> listeners = new HashMap<>();
    /** What becomes of an echo request. */
    Sent sent = Sent.YES;
    boolean carrier = true;
    private final FakeRun run;
    private final String name;

    FakeNode(FakeRun run, String name) {
        this.run = run;
        this.name = name;
    }

    void address(String text) {
        addAddress("eth0", new InterfaceAddress(IpAddress.parse(text.replaceFirst("/.*", "")),
                Integer.parseInt(text.replaceFirst(".*/", ""))));
    }

    NodeAccess access() {
        NetworkInterface nic = as(NetworkInterface.class);
        Journal journal = (kind, subject, detail) -> run.journal.add(subject + ": " + detail);
        return new NodeAccess(new NodeContext(name, 1, as(Scheduler.class), null, null, journal), List.of(nic),
                List.of(as(Link.class)), Optional.empty(), as(Network.class), as(Datagrams.class), as(Sockets.class));
    }

    private <T> T as(Class<T> layer) {
        return layer.cast(Proxy.newProxyInstance(layer.getClassLoader(), new Class<?>[] {layer}, (proxy, method, given) -> {
            if (layer == Link.class && method.getName().equals("neighbours")) {
                return List.of(new NeighbourRow(IpAddress.parse("10.0.1.254"), 0x020000000002L, NeighbourState.STALE, 0, 0),
                        new NeighbourRow(IpAddress.parse("10.0.1.9"), -1, NeighbourState.FAILED, 0, 0));
            }
            for (Method own : FakeNode.class.getMethods()) {
                if (own.getName().equals(method.getName()) && own.getParameterCount() == method.getParameterCount()) {
                    try {
                        return own.invoke(this, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }
            }
            if (layer == Link.class && method.getName().equals("nic")) {
                return as(NetworkInterface.class);
            }
            throw new UnsupportedOperationException(method.getName());
        }));
    }

    public String name() {
        return "eth0";
    }

    public int mtu() {
        return 1500;
    }

    public long mac() {
        return 0x020000000001L;
    }

    public boolean carrier() {
        return carrier;
    }

    public long now() {
        return run.time();
    }

    public List<AddressRow> addresses() {
        return addresses;
    }

    public void addAddress(String device, InterfaceAddress address) {
        if (addresses.stream().anyMatch(row -> row.address().equals(address))) {
            throw new IllegalArgumentException(device + " has " + address + " already");
        }
        addresses.add(new AddressRow(device, address, AddressRow.State.PREFERRED, Long.MAX_VALUE, Long.MAX_VALUE));
    }

    public void removeAddress(String device, IpAddress address) {
        addresses.removeIf(row -> row.address().address().equals(address));
    }

    public List<RouteEntry> routes() {
        return routes;
    }

    public void addRoute(RouteEntry route) {
        routes.add(route);
    }

    public boolean removeRoute(RouteEntry route) {
        return routes.remove(route);
    }

    public boolean isLocal(IpAddress address) {
        return addresses.stream().anyMatch(row -> row.address().address().equals(address));
    }

    public Path path(IpAddress source, IpAddress destination) {
        return null;
    }

    public List<NeighbourRow> neighbours(String device) {
        return neighbours6;
    }

    public List<SocketRow> table() {
        return table;
    }

    public List<DatagramPort> ports() {
        return ports;
    }

    public Sent echo(IpAddress to, int identifier, int sequence, int size, SendOptions options) {
        echoes.add(to + " " + sequence + " " + size + " ttl " + options.hopLimit());
        if (sent == Sent.YES) {
            run.echo(listeners.get(identifier), sequence, size, options.hopLimit());
        }
        return sent;
    }

    public boolean hasEchoListener(int identifier) {
        return listeners.get(identifier) != null;
    }

    public void echoListener(int identifier, EchoListener listener) {
        listeners.put(identifier, listener);
    }

    /** A socket that netstat lists. */
    void socket(int port, String remote, int remotePort, ConnectionState state) {
        table.add(new SocketRow(state == ConnectionState.CLOSED ? "udp" : "tcp", 3, 5, 7, new Endpoint(addresses.getFirst().address().address(), port),
                new Endpoint(IpAddress.parse(remote), remotePort), state));
    }
}
