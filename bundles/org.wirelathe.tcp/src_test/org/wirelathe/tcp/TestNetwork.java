package org.wirelathe.tcp;

import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.FilterRule;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.IpAddress;

/** What TCP needs of a network layer, for tests to fill in; the rest it never calls. */
abstract class TestNetwork implements Network {
    /** Who takes what arrives. */
    ProtocolHandler handler;
    /** How often a path was confirmed. */
    int confirmations;
    private final Arrival arrival = new Arrival();

    /** Bytes of packet that the first hop takes; 0 for no route. */
    abstract int mtu();

    /** What the card does. */
    abstract Offloads offloads();

    /** The address that it speaks from. */
    abstract IpAddress address();

    /** A path takes no more than so many bytes. */
    void tooBig(int mtu) {
        // Nothing is remembered.
    }

    /** Packets of so many bytes vanish on a path. */
    void blackHole(int size) {
        // Nothing is remembered.
    }

    /** Takes a segment. */
    abstract Sent send(Packet packet, IpAddress source, IpAddress destination, int protocol);

    /** A segment arrives. */
    final void deliver(Packet packet, IpAddress source, IpAddress destination) {
        arrival.sourceHigh = source.high();
        arrival.sourceLow = source.low();
        arrival.destinationHigh = destination.high();
        arrival.destinationLow = destination.low();
        arrival.toOne = true;
        handler.received(packet, arrival);
    }

    private final class Way implements Path {
        private final IpAddress source;
        private final IpAddress destination;

        Way(IpAddress source, IpAddress destination) {
            this.source = source;
            this.destination = destination;
        }

        @Override
        public IpAddress source() {
            return source;
        }

        @Override
        public IpAddress destination() {
            return destination;
        }

        @Override
        public int headerLength() {
            return source.isV4() ? 20 : 40;
        }

        @Override
        public int mtu() {
            return TestNetwork.this.mtu();
        }

        @Override
        public int linkMtu() {
            return TestNetwork.this.mtu();
        }

        @Override
        public Offloads offloads() {
            return TestNetwork.this.offloads();
        }

        @Override
        public void confirmed() {
            confirmations++;
        }

        @Override
        public void tooBig(int mtu) {
            TestNetwork.this.tooBig(mtu);
        }

        @Override
        public void blackHole(int size) {
            TestNetwork.this.blackHole(size);
        }
    }

    @Override
    public final Path path(IpAddress source, IpAddress destination) {
        return mtu() == 0 ? null : new Way(source == null ? address() : source, destination);
    }

    @Override
    public final Sent send(Packet packet, Path path, int protocol, SendOptions options) {
        return send(packet, path.source(), path.destination(), protocol);
    }

    @Override
    public final void handler(int protocol, ProtocolHandler newHandler) {
        handler = newHandler;
    }

    @Override
    public boolean isLocal(IpAddress candidate) {
        return candidate.equals(address());
    }

    @Override
    public final int headroom() {
        return 34;
    }

    @Override
    public final void settings(NetworkSettings settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void addInterface(Link link, InterfaceSettings settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void addAddress(String device, InterfaceAddress added) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void removeAddress(String device, IpAddress removed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final List<AddressRow> addresses() {
        throw new UnsupportedOperationException();
    }

    @Override
    public final List<NeighbourRow> neighbours(String device) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void join(String device, IpAddress group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void leave(String device, IpAddress group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void addRoute(RouteEntry route) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final boolean removeRoute(RouteEntry route) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void replaceRoutes(RouteEntry.Origin origin, List<RouteEntry> routes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final List<RouteEntry> routes() {
        throw new UnsupportedOperationException();
    }

    @Override
    public final List<IpAddress> preferred(List<IpAddress> destinations) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void refusePort(Packet packet, Arrival refused) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void firewall(List<FilterRule> rules) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void nat(NatSettings settings) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final Sent echo(IpAddress destination, int identifier, int sequence, int size, SendOptions options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public final void echoListener(int identifier, EchoListener listener) {
        throw new UnsupportedOperationException();
    }
}
