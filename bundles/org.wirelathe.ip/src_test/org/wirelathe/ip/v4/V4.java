package org.wirelathe.ip.v4;

import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
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
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Ipv4;

/** A network as tests of IPv4 speak of it. */
public final class V4 {
    public final Network network;

    V4(Network network) {
        this.network = network;
    }

    void addInterface(Link link, int address, int prefixLength) {
        network.addInterface(link, InterfaceSettings.of(
                List.of(new InterfaceAddress(IpAddress.ofV4(address), prefixLength))));
    }

    void addRoute(int prefix, int prefixLength, int nextHop) {
        network.addRoute(RouteEntry.via(new IpPrefix(IpAddress.ofV4(prefix), prefixLength), IpAddress.ofV4(nextHop)));
    }

    void forwarding(boolean forward) {
        network.settings(NetworkSettings.DEFAULT.forwarding(forward));
    }

    boolean isLocal(int address) {
        return network.isLocal(IpAddress.ofV4(address));
    }

    Path path(int source, int destination) {
        return network.path(source == Ipv4.ANY ? null : IpAddress.ofV4(source), IpAddress.ofV4(destination));
    }

    int sourceFor(int destination) {
        Path path = path(Ipv4.ANY, destination);
        return path == null ? Ipv4.ANY : path.source().v4();
    }

    int mtuTo(int destination) {
        Path path = path(Ipv4.ANY, destination);
        return path == null ? 0 : path.mtu();
    }

    Offloads offloadsTo(int destination) {
        Path path = path(Ipv4.ANY, destination);
        return path == null ? Offloads.NONE : path.offloads();
    }

    /** Without a path the packet goes back to its pool. */
    Sent send(Packet packet, int source, int destination, int protocol) {
        Path path = path(source, destination);
        if (path == null) {
            packet.release();
            return Sent.NO_ROUTE;
        }
        return network.send(packet, path, protocol, SendOptions.DEFAULT);
    }

    int headroom() {
        return network.headroom();
    }

    void handler(int protocol, ProtocolHandler handler) {
        network.handler(protocol, handler);
    }

    Sent echo(int destination, int identifier, int sequence, int size) {
        return network.echo(IpAddress.ofV4(destination), identifier, sequence, size, SendOptions.DEFAULT);
    }

    void echoListener(int identifier, EchoListener listener) {
        network.echoListener(identifier, listener);
    }

    void close() {
        network.close();
    }
}
