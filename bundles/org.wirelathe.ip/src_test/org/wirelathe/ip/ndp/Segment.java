package org.wirelathe.ip.ndp;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.wire.Mac;

/** A piece of Ethernet that carries IPv6 packets between whole nodes, a millisecond late, and notes them in words. */
final class Segment {
    private final Scheduler time;
    private final PacketPool pool;
    private final List<Port> ports = new ArrayList<>();
    final List<String> seen = new ArrayList<>();

    Segment(Scheduler time, PacketPool pool) {
        this.time = time;
        this.pool = pool;
    }

    /** A link of a node, with that MAC address. */
    Link link(String name, long mac) {
        Port port = new Port(name, mac);
        ports.add(port);
        return port.link;
    }

    private final class Port {
        final long mac;
        final Set<Long> groups = new TreeSet<>();
        LinkClient client;
        final Link link;

        Port(String name, long mac) {
            this.mac = mac;
            NetworkInterface nic = (NetworkInterface) Proxy.newProxyInstance(Link.class.getClassLoader(),
                    new Class<?>[] {NetworkInterface.class}, (proxy, method, arguments) -> switch (method.getName()) {
                        case "mac" -> mac;
                        case "offloads" -> Offloads.NONE;
                        default -> throw new UnsupportedOperationException(method.getName());
                    });
            link = (Link) Proxy.newProxyInstance(Link.class.getClassLoader(), new Class<?>[] {Link.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "name" -> name;
                        case "mtu" -> 1500;
                        case "nic" -> nic;
                        case "hashCode" -> (int) mac;
                        case "equals" -> proxy == arguments[0];
                        case "client" -> client((LinkClient) arguments[0]);
                        case "joinStations" -> groups.add((Long) arguments[0]) ? null : null;
                        case "leaveStations", "join", "leave", "close" -> null;
                        case "send6" -> send(this, (Packet) arguments[0], (Long) arguments[1]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    });
        }

        private Object client(LinkClient one) {
            client = one;
            return null;
        }
    }

    private boolean send(Port from, Packet packet, long to) {
        seen.add(time.now() / 1_000_000 + " " + Words.of(packet.bytes, packet.head, packet.tail));
        for (Port port : ports) {
            if (port != from && (port.mac == to || Mac.isGroup(to) && port.groups.contains(to))) {
                Packet copy = packet.copy();
                time.timer(() -> port.client.received6(copy, Mac.isGroup(to))).armAt(time.now() + 1_000_000);
            }
        }
        packet.release();
        return true;
    }
}
