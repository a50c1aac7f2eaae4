package org.wirelathe.socket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.transport.DatagramHandler;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Datagrams;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/** A datagram transport that does what the test says, and keeps what its sockets ask of it. */
final class FakeDatagrams implements Datagrams {
    static final IpAddress HERE = IpAddress.parse("10.0.0.1");

    final PacketPool pool = new PacketPool();
    final List<FakePort> open = new ArrayList<>();
    Failure refusal;
    Sent answer = Sent.YES;

    @Override
    public DatagramPort open(Endpoint local, DatagramHandler handler) throws TransportException {
        refuse();
        open.add(new FakePort(local, handler));
        return open.getLast();
    }

    @Override
    public DatagramPort share(Endpoint local, DatagramHandler handler) throws TransportException {
        FakePort port = (FakePort) open(local, handler);
        port.calls.add("shared");
        return port;
    }

    private void refuse() throws TransportException {
        if (refusal != null) {
            throw new TransportException(refusal, "the test says no");
        }
    }

    @Override
    public List<DatagramPort> ports() {
        return List.copyOf(open);
    }

    @Override
    public void close() {
        open.clear();
    }

    /** A port whose other end is the test. */
    final class FakePort implements DatagramPort {
        final List<String> calls = new ArrayList<>();
        final DatagramHandler handler;
        private final Endpoint local;
        private Endpoint remote;

        FakePort(Endpoint local, DatagramHandler handler) {
            this.local = local;
            this.handler = handler;
        }

        /** A datagram of so many bytes comes, all of them the same. */
        boolean receive(String from, int sourcePort, int length, int fill) {
            Packet packet = pool.takeFor(length);
            int at = packet.put(length);
            Arrays.fill(packet.bytes, at, at + length, (byte) fill);
            IpAddress source = IpAddress.parse(from);
            Arrival arrival = new Arrival();
            arrival.sourceHigh = source.high();
            arrival.sourceLow = source.low();
            arrival.destinationHigh = HERE.high();
            arrival.destinationLow = HERE.low();
            boolean taken = handler.received(packet, arrival, sourcePort);
            if (!taken) {
                packet.release();
            }
            return taken;
        }

        NetworkError fail(NetworkError.Kind kind) {
            NetworkError error = new NetworkError(kind, HERE, HERE, IpAddress.parse("10.0.0.2"), 0, 0);
            handler.failed(error);
            return error;
        }

        @Override
        public Endpoint local() {
            return local;
        }

        @Override
        public Endpoint remote() {
            return remote;
        }

        @Override
        public void connect(Endpoint to) throws TransportException {
            refuse();
            remote = to;
        }

        @Override
        public Path path() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Sent send(byte[] source, int at, int length, Endpoint to, SendOptions options)
                throws TransportException {
            refuse();
            calls.add(HexFormat.of().formatHex(source, at, at + length) + " to " + to + " hops " + options.hopLimit());
            return answer;
        }

        @Override
        public void broadcast(boolean allowed) {
            calls.add("broadcast " + allowed);
        }

        @Override
        public void join(String device, IpAddress group) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void leave(String device, IpAddress group) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            calls.add("close");
            open.remove(this);
        }
    }
}
