package org.wirelathe.socket;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.socket.DatagramSocket;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.socket.SocketRow;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.DatagramHandler;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/** A datagram socket: a port, a receive buffer, and the errors that the application still has to hear of. */
final class BoundSocket implements DatagramSocket, DatagramHandler {
    private static final Endpoint ANYONE = new Endpoint(IpAddress.ANY, 0);
    /** A datagram for a group stays on its link when nobody says otherwise (RFC 1112 §6.1). */
    private static final SendOptions TO_GROUP = SendOptions.DATAGRAM.hopLimit(1);
    private static final String PROTOCOL = "udp";

    private final SocketTable table;
    private final NodeContext node;
    private final int fd;
    private final DatagramQueue queue;
    private final DatagramErrors errors = new DatagramErrors();
    private final Readiness readable = new Readiness(this::isReadable);
    private DatagramPort port;
    private SendOptions options = SendOptions.DATAGRAM;
    private SendOptions groupOptions = TO_GROUP;
    private IpAddress fromAddress = IpAddress.ANY;
    private int fromPort;
    private IpAddress to = IpAddress.ANY;
    private long drops;
    private boolean closed;

    BoundSocket(SocketTable table, int fd) {
        this.table = table;
        this.node = table.node();
        this.fd = fd;
        this.queue = new DatagramQueue(table.defaults().receiveBuffer());
    }

    void port(DatagramPort newPort) {
        port = newPort;
    }

    /** Of a datagram socket, Recv-Q is the memory taken, and there is no Send-Q (B27; Linux: /proc/net/udp). */
    SocketRow row() {
        boolean connected = port.remote() != null;
        return new SocketRow(PROTOCOL, fd, queue.memory(), 0, port.local(), connected ? port.remote() : ANYONE,
                connected ? ConnectionState.ESTABLISHED : ConnectionState.CLOSED);
    }

    // ---- calls of the application ----

    @Override
    public int fd() {
        return closed ? ConnectedSocket.NO_DESCRIPTOR : fd;
    }

    @Override
    public DatagramPort port() {
        return port;
    }

    @Override
    public void connect(Endpoint remote) throws SocketException {
        requireOpen();
        try {
            port.connect(remote);
        } catch (TransportException e) {
            throw new SocketException(Errors.of(e.failure()));
        }
    }

    @Override
    public boolean send(byte[] source, int at, int length, Endpoint target) throws SocketException {
        requireOpen();
        raise();
        Endpoint whither = target == null ? port.remote() : target;
        if (whither == null) {
            throw new SocketException(Errno.EDESTADDRREQ);
        }
        if (whither.port() == 0) {
            throw new SocketException(Errno.EINVAL);
        }
        try {
            return switch (port.send(source, at, length, target,
                    whither.address().isMulticast() ? groupOptions : options)) {
                case YES -> true;
                case DROPPED -> false;
                case TOO_BIG -> throw new SocketException(Errno.EMSGSIZE);
                case NO_ROUTE -> throw new SocketException(Errno.ENETUNREACH);
            };
        } catch (TransportException e) {
            throw new SocketException(Errors.of(e.failure()));
        }
    }

    @Override
    public int receive(byte[] target, int at, int length) throws SocketException {
        requireOpen();
        raise();
        if (queue.isEmpty()) {
            return -1;
        }
        fromAddress = new IpAddress(queue.end(0), queue.end(1));
        to = new IpAddress(queue.end(2), queue.end(3));
        fromPort = (int) queue.end(4);
        Packet packet = queue.take();
        int taken = Math.min(length, packet.length());
        System.arraycopy(packet.bytes, packet.head, target, at, taken);
        tell(Stage.READ, packet);
        packet.release();
        return taken;
    }

    @Override
    public Endpoint from() {
        return new Endpoint(fromAddress, fromPort);
    }

    @Override
    public IpAddress to() {
        return to;
    }

    @Override
    public int available() {
        return queue.bytes();
    }

    @Override
    public void onReadable(Runnable callback) {
        readable.register(callback);
        table.lookLater(readable);
    }

    @Override
    public NetworkError networkError() {
        return errors.take();
    }

    @Override
    public void options(SendOptions newOptions) {
        options = newOptions;
        groupOptions = newOptions;
    }

    @Override
    public void broadcast(boolean allowed) {
        port.broadcast(allowed);
    }

    @Override
    public long drops() {
        return drops;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            readable.register(null);
            port.close();
            queue.releaseAll();
            table.closed(this, fd);
        }
    }

    /** The run is over: gives back what nobody will take. */
    void discard() {
        queue.releaseAll();
    }

    private void requireOpen() throws SocketException {
        if (closed) {
            throw new SocketException(Errno.EBADF);
        }
    }

    /** An error that nobody has been told of is told once. */
    private void raise() throws SocketException {
        Errno errno = errors.takePending();
        if (errno != null) {
            throw new SocketException(errno);
        }
    }

    private boolean isReadable() {
        return !queue.isEmpty() || !errors.isEmpty();
    }

    // ---- what the port tells ----

    @Override
    public boolean received(Packet packet, Arrival arrival, int sourcePort) {
        boolean waited = isReadable();
        if (!queue.add(packet, arrival, sourcePort)) {
            drops++;                                                    // B52
            return false;
        }
        tell(Stage.SOCKET_QUEUE, packet);
        if (!waited) {
            readable.exhausted();
        }
        readable.look();
        return true;
    }

    /** It may come inside a call of the application, which hears of it from the loop. */
    @Override
    public void failed(NetworkError error) {
        boolean waited = isReadable();
        errors.add(error, port.remote() != null, options.discovery());
        if (!waited) {
            readable.exhausted();
        }
        table.lookLater(readable);
    }

    private void tell(Stage stage, Packet packet) {
        if (node.probes().on) {
            node.probes().packet(stage, node.name(), PROTOCOL, packet);
        }
    }
}
