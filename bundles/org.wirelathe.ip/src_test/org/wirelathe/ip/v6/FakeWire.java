package org.wirelathe.ip.v6;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.wire.Mac;

/** A wire between whole nodes: a microsecond long, it brings IPv6 packets to the stations that are to have them. */
final class FakeWire {
    private final Scheduler time;
    private final int mtu;
    private final List<Station> stations = new ArrayList<>();
    /** Bytes of the longest packet that was carried. */
    int longest;

    FakeWire(Scheduler time, int mtu) {
        this.time = time;
        this.mtu = mtu;
    }

    /** One more end. */
    Link link(String name, long mac) {
        Station station = new Station(name, mac);
        stations.add(station);
        return station.link;
    }

    private boolean carry(Station from, Packet packet, long to) {
        longest = Math.max(longest, packet.length());
        for (Station station : stations) {
            if (station != from && (station.mac == to || station.groups.contains(to))) {
                Packet copy = packet.copy();
                time.timer(() -> station.client.received6(copy, Mac.isGroup(to))).armAt(time.now() + 1000);
            }
        }
        packet.release();
        return true;
    }

    private final class Station {
        private final String name;
        private final long mac;
        private final Set<Long> groups = new HashSet<>();
        private final NetworkInterface card = proxy(NetworkInterface.class);
        private final Link link = proxy(Link.class);
        private LinkClient client;

        Station(String name, long mac) {
            this.name = name;
            this.mac = mac;
        }

        private <T> T proxy(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(Link.class.getClassLoader(), new Class<?>[] {type},
                    (self, method, arguments) -> call(self, method, arguments)));
        }

        private Object call(Object self, Method method, Object[] arguments) {
            switch (method.getName()) {
                case "nic":
                    return card;
                case "name":
                    return name;
                case "mtu":
                    return mtu;
                case "mac":
                    return mac;
                case "offloads":
                    return Offloads.NONE;
                case "client":
                    client = (LinkClient) arguments[0];
                    return null;
                case "joinStations":
                    groups.add((Long) arguments[0]);
                    return null;
                case "leaveStations":
                    groups.remove(arguments[0]);
                    return null;
                case "send6":
                    return carry(this, (Packet) arguments[0], (Long) arguments[1]);
                case "join":
                case "leave":
                    return null; // of IPv4, which is not carried
                case "hashCode":
                    return (int) mac;
                case "equals":
                    return self == arguments[0];
                default:
                    throw new UnsupportedOperationException(method.getName());
            }
        }
    }
}
