package org.wirelathe.tcp;

import java.util.List;

import org.wirelathe.api.congestion.Algorithms;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Journal;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.ListenHandler;
import org.wirelathe.api.transport.Listener;
import org.wirelathe.api.transport.Transport;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.api.transport.TransportSettings;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.IpAddress;

/** TCP on one node: finds the connection of every segment (B28, B29), opens and lists connections. */
final class Tcp implements Transport, ProtocolHandler {
    private final NodeContext node;
    private final Network network;
    private final Algorithms algorithms;
    private final TransportSettings settings;
    private final Mib mib;
    private final Trace trace;
    private final SegmentWriter writer;
    private final SegmentArrival arrival;
    private final Notices notices;
    private final InitialSequence initialSequence;
    private final EphemeralPorts ephemeralPorts;
    private final Connections connections;
    private final Listeners listeners = new Listeners();
    /** The segment that is arriving. */
    private final Segment segment = new Segment();
    private long begun;

    Tcp(NodeContext node, Network network, Algorithms algorithms, TransportSettings settings) {
        this.node = node;
        this.network = network;
        this.algorithms = algorithms;
        this.settings = settings;
        this.mib = new Mib(node.counters());
        this.trace = new Trace(node.probes(), node.name());
        this.writer = new SegmentWriter(node.packets(), network, mib);
        this.arrival = new SegmentArrival(writer, mib, trace);
        this.notices = new Notices(node.scheduler());
        this.initialSequence = new InitialSequence(node.random("tcp.isn"), node.scheduler());
        this.ephemeralPorts = new EphemeralPorts(node.random("tcp.ports"));
        this.connections = new Connections(node.random("tcp.table"));
    }

    // ---- what connections share ----

    String nodeName() {
        return node.name();
    }

    Scheduler scheduler() {
        return node.scheduler();
    }

    Journal journal() {
        return node.journal();
    }

    Algorithms algorithms() {
        return algorithms;
    }

    TransportSettings settings() {
        return settings;
    }

    Mib mib() {
        return mib;
    }

    Trace trace() {
        return trace;
    }

    SegmentWriter writer() {
        return writer;
    }

    SegmentArrival arrival() {
        return arrival;
    }

    Notices notices() {
        return notices;
    }

    InitialSequence initialSequence() {
        return initialSequence;
    }

    /** The path between two addresses, or {@code null} without a route. */
    Path path(IpAddress local, IpAddress remote) {
        return network.path(local, remote);
    }

    // ---- from the network ----

    @Override
    public void received(Packet packet, Arrival from) {
        mib.inSegs.increment();
        Fault fault = segment.parse(packet, from);
        if (fault == Fault.NONE) {
            deliver(segment);
        } else {
            mib.inErrs.increment();
            trace.drop(mib.of(fault), packet);
        }
        packet.release();
    }

    private void deliver(Segment seg) {
        TcpConnection c = connections.find(seg.destinationHigh(), seg.destinationLow(), seg.destinationPort(),
                seg.sourceHigh(), seg.sourceLow(), seg.sourcePort());
        if (c != null) {
            trace.found(seg);
            c.arrived(seg);
            return;
        }
        if (!isPlausible(seg.source()) || !isPlausible(seg.destination())) {
            trace.drop(mib.badAddress, seg.packet());                   // MUST-57, MUST-63
            return;
        }
        TcpListener listener = listeners.find(seg.destinationHigh(), seg.destinationLow(), seg.destinationPort());
        if (listener != null) {
            trace.found(seg);
            arrival.whileListening(listener, seg);
        } else {
            arrival.whileClosed(seg);
        }
    }

    private static boolean isPlausible(IpAddress address) {
        return address.isUnicast() || address.isLoopback();
    }

    @Override
    public void failed(NetworkError error) {
        int localPort = (int) (error.quoted() >>> 48);
        int remotePort = (int) (error.quoted() >>> 32) & 0xFFFF;
        TcpConnection c = connections.find(error.source(), localPort, error.destination(), remotePort);
        // A number that is not in flight: an old error, or a forged one (RFC 5927 §4.1).
        if (c == null || !c.send.isInFlight((int) error.quoted())) {
            mib.outOfWindowIcmps.increment();
            return;
        }
        if (error.kind() == NetworkError.Kind.FRAGMENTATION_NEEDED) {
            c.tooBig(error.mtu());
        } else {
            c.unreachable(failureFor(error));
        }
    }

    private static Failure failureFor(NetworkError error) {
        return switch (error.kind()) {
            case NET_UNREACHABLE -> Failure.NETWORK_UNREACHABLE;
            case PORT_UNREACHABLE, PROTOCOL_UNREACHABLE -> Failure.REFUSED;
            // Linux tells a filter from an unreachable host over IPv6 only.
            case PROHIBITED -> error.source().isV4() ? Failure.HOST_UNREACHABLE : Failure.PROHIBITED;
            case HOST_UNREACHABLE, FRAGMENTATION_NEEDED, TIME_EXCEEDED, REASSEMBLY_TIME_EXCEEDED, PARAMETER_PROBLEM ->
                Failure.HOST_UNREACHABLE;
        };
    }

    // ---- from the sockets ----

    @Override
    public Connection connect(Endpoint local, Endpoint remote, ConnectionConfig config) throws TransportException {
        if (!isPlausible(remote.address())) {                           // MUST-46
            throw new TransportException(Failure.NETWORK_UNREACHABLE, remote + " is not the address of a host");
        }
        Path path = choosePath(local, remote);
        Endpoint chosen = choosePort(new Endpoint(path.source(), local.port()), remote);
        TcpConnection c = begin(chosen, remote, path, config, null);
        mib.activeOpens.increment();
        if (c.open(null) == Sent.NO_ROUTE) {
            c.discard();
            throw noRoute(remote);
        }
        return c;
    }

    private Path choosePath(Endpoint local, Endpoint remote) throws TransportException {
        boolean any = local.address().isAny();                          // MUST-44
        if (!any && !network.isLocal(local.address())) {
            throw new TransportException(Failure.ADDRESS_NOT_AVAILABLE,
                    local.address() + " is no address of " + node.name());
        }
        Path path = network.path(any ? null : local.address(), remote.address());
        if (path == null) {
            throw noRoute(remote);
        }
        return path;
    }

    private static TransportException noRoute(Endpoint remote) {
        return new TransportException(Failure.NETWORK_UNREACHABLE, "there is no route to " + remote);
    }

    private Endpoint choosePort(Endpoint local, Endpoint remote) throws TransportException {
        if (local.port() != 0) {
            if (connections.isTaken(local.address(), local.port(), remote)) {
                throw new TransportException(Failure.ADDRESS_IN_USE, local + " to " + remote + " is in use");
            }
            return local;
        }
        long place = ephemeralPorts.begin(local.address(), remote.address(), remote.port());
        for (int attempt = 0; attempt < ephemeralPorts.count(); attempt++) {
            int port = ephemeralPorts.at(place + attempt);
            if (!listeners.isListenedOn(port) && !connections.isTaken(local.address(), port, remote)) {
                return new Endpoint(local.address(), port);
            }
        }
        throw new TransportException(Failure.ADDRESS_NOT_AVAILABLE,
                "all ephemeral ports of " + node.name() + " toward " + remote + " are in use");
    }

    @Override
    public Listener listen(Endpoint local, ListenHandler handler) throws TransportException {
        if (listeners.conflicts(local)) {
            throw new TransportException(Failure.ADDRESS_IN_USE, local + " is listened on already");
        }
        TcpListener listener = new TcpListener(this, local, handler);
        listeners.add(listener);
        return listener;
    }

    void stopListening(TcpListener listener) {
        listeners.remove(listener);
        for (TcpConnection c : connections.live()) {
            if (c.origin == listener && c.isHalfOpen()) {
                c.abort();
            }
        }
    }

    // ---- the tables ----

    /** Makes a connection and enters it into the tables. */
    TcpConnection begin(Endpoint local, Endpoint remote, Path path, ConnectionConfig config, TcpListener origin) {
        TcpConnection c = new TcpConnection(this, begun++, local, remote, path, config, origin);
        connections.add(c);
        return c;
    }

    /** Takes a connection, now CLOSED, out of the tables. */
    void forget(TcpConnection c) {
        connections.remove(c);
    }

    @Override
    public List<Connection> connections() {
        return connections.shown();
    }

    @Override
    public List<ConnectionReport> reports() {
        return connections.reports();
    }

    @Override
    public void algorithmsChanged() {
        for (TcpConnection c : connections.live()) {
            c.congestion.reconsider("providers changed");
        }
    }

    @Override
    public void close() {
        notices.clear();
        listeners.clear();
        for (TcpConnection c : connections.live()) {
            c.discard();
        }
    }
}
