package org.wirelathe.socket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.socket.DatagramSocket;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.socket.ListenSocket;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.socket.SocketRow;
import org.wirelathe.api.socket.SocketSettings;
import org.wirelathe.api.socket.Sockets;
import org.wirelathe.api.socket.StreamSocket;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.DatagramHandler;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Datagrams;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Transport;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/** The sockets of one node: descriptors, and the way from a descriptor to a connection (B22). */
final class SocketTable implements Sockets {
    private static final Endpoint UNBOUND = new Endpoint(IpAddress.ANY, 0);

    private final NodeContext node;
    private final Scheduler scheduler;
    private final Transport transport;
    private final Datagrams datagrams;
    private final SocketSettings defaults;
    private final Descriptors descriptors = new Descriptors();
    private final Set<ListeningSocket> listening = new LinkedHashSet<>();
    /** Sockets with a descriptor, or with a connection at work; not those that linger in TIME-WAIT. */
    private final Set<ConnectedSocket> connected = new LinkedHashSet<>();
    private final Set<BoundSocket> bound = new LinkedHashSet<>();
    /** Who registered for something that may be true already. */
    private final List<Readiness> toLookAt = new ArrayList<>();
    private final Timer lookTimer;

    SocketTable(NodeContext node, Transport transport, Datagrams datagrams, SocketSettings defaults) {
        this.node = node;
        this.scheduler = node.scheduler();
        this.transport = transport;
        this.datagrams = datagrams;
        this.defaults = defaults;
        this.lookTimer = scheduler.timer(this::lookNow);
    }

    NodeContext node() {
        return node;
    }

    SocketSettings defaults() {
        return defaults;
    }

    @Override
    public StreamSocket connect(Endpoint remote) throws SocketException {
        if (descriptors.isFull()) {
            throw new SocketException(Errno.EMFILE);
        }
        ConnectedSocket socket = new ConnectedSocket(this);
        try {
            socket.connection(transport.connect(UNBOUND, remote, socket.config()));
        } catch (TransportException e) {
            throw new SocketException(Errors.of(e.failure()));
        }
        began(socket);
        describe(socket);
        return socket;
    }

    @Override
    public DatagramSocket datagram(Endpoint local) throws SocketException {
        return bind(local, datagrams::open);
    }

    @Override
    public DatagramSocket sharedDatagram(Endpoint local) throws SocketException {
        return bind(local, datagrams::share);
    }

    private interface Opening {
        DatagramPort at(Endpoint local, DatagramHandler handler) throws TransportException;
    }

    private DatagramSocket bind(Endpoint local, Opening opening) throws SocketException {
        if (descriptors.isFull()) {
            throw new SocketException(Errno.EMFILE);
        }
        BoundSocket socket = new BoundSocket(this, descriptors.take());
        try {
            socket.port(opening.at(local, socket));
        } catch (TransportException e) {
            descriptors.free(socket.fd());
            throw new SocketException(Errors.of(e.failure()));
        }
        bound.add(socket);
        return socket;
    }

    @Override
    public ListenSocket listen(int port, int backlog) throws SocketException {
        if (descriptors.isFull()) {
            throw new SocketException(Errno.EMFILE);
        }
        ListeningSocket socket = new ListeningSocket(this, backlog, descriptors.take());
        try {
            socket.listener(transport.listen(new Endpoint(IpAddress.ANY, port), socket));
        } catch (TransportException e) {
            descriptors.free(socket.fd());
            throw new SocketException(Errors.of(e.failure()));
        }
        listening.add(socket);
        return socket;
    }

    @Override
    public List<SocketRow> table() {
        List<SocketRow> rows = new ArrayList<>();
        for (ListeningSocket socket : listening) {
            rows.add(socket.row());
        }
        for (BoundSocket socket : bound) {
            rows.add(socket.row());
        }
        Set<Connection> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ConnectedSocket socket : connected) {
            rows.add(socket.row());
            shown.add(socket.connection());
        }
        for (Connection connection : transport.connections()) {
            if (!shown.contains(connection)) {                          // half open, or in TIME-WAIT
                rows.add(new SocketRow(ConnectedSocket.PROTOCOL, ConnectedSocket.NO_DESCRIPTOR, 0, 0,
                        connection.local(), connection.remote(), connection.state()));
            }
        }
        // Stable: those without a descriptor follow in the order in which they were begun.
        rows.sort(Comparator.comparingInt(row -> row.fd() < 0 ? Integer.MAX_VALUE : row.fd()));
        return rows;
    }

    @Override
    public void close() {
        lookTimer.cancel();
        toLookAt.clear();
        listening.clear();
        connected.clear();
        bound.forEach(BoundSocket::discard);
        bound.clear();
    }

    // ---- what the sockets report ----

    /** A socket has a connection. */
    void began(ConnectedSocket socket) {
        connected.add(socket);
    }

    boolean hasDescriptor() {
        return !descriptors.isFull();
    }

    /** Gives a socket the lowest free descriptor; there must be one. */
    void describe(ConnectedSocket socket) {
        socket.descriptor(descriptors.take());
        connected.add(socket);
    }

    /** The application closed a socket that had this descriptor. */
    void closed(ConnectedSocket socket, int fd) {
        free(fd);
        forgetIfOver(socket);
    }

    void closed(ListeningSocket socket) {
        listening.remove(socket);
        free(socket.fd());
    }

    void closed(BoundSocket socket, int fd) {
        bound.remove(socket);
        free(fd);
    }

    /** A socket's connection has ended, but for TIME-WAIT. */
    void ended(ConnectedSocket socket) {
        forgetIfOver(socket);
    }

    private void free(int fd) {
        boolean wasFull = descriptors.isFull();
        descriptors.free(fd);
        if (wasFull) {
            for (ListeningSocket socket : listening) {
                lookLater(socket.acceptable());
            }
        }
    }

    private void forgetIfOver(ConnectedSocket socket) {
        if (socket.fd() == ConnectedSocket.NO_DESCRIPTOR && socket.isDone()) {
            connected.remove(socket);
        }
    }

    // ---- readiness of those who have just registered ----

    /** Looks, from the loop and at this time, whether a condition holds. */
    void lookLater(Readiness readiness) {
        toLookAt.add(readiness);
        if (!lookTimer.isArmed()) {
            lookTimer.armAt(scheduler.now());
        }
    }

    private void lookNow() {
        List<Readiness> now = List.copyOf(toLookAt);
        toLookAt.clear();
        for (Readiness readiness : now) {
            readiness.look();
        }
    }
}
