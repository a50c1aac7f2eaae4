package org.wirelathe.ip.udp;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.wire.IpAddress;

/**
 * A network that keeps what UDP sends. The node is 10.0.1.1/24 and 2001:db8:1::1/64 on eth0; there is a route to
 * everything but 192.0.2.0/24. A proxy: UDP needs no more of a network, a scheduler or a book of counters.
 */
final class FakeNetwork {
    static final IpAddress V4 = IpAddress.parse("10.0.1.1");
    static final IpAddress V6 = IpAddress.parse("2001:db8:1::1");

    /** A datagram as it was given to the network layer. */
    record Out(IpAddress source, IpAddress destination, byte[] bytes, byte checksum, SendOptions options) {
        String hex() {
            return HexFormat.of().formatHex(bytes);
        }
    }

    long now;
    final PacketPool pool = new PacketPool();
    final TreeMap<String, Counter> counters = new TreeMap<>();
    final Set<String> drops = new LinkedHashSet<>();
    final List<Out> out = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    final List<String> groups = new ArrayList<>();
    final Network network = proxy(Network.class, this::network);
    final NodeContext node = new NodeContext("alice", 1, proxy(Scheduler.class, (method, given) -> now), pool,
            new Counters() {
                @Override
                public Counter counter(String place, String name) {
                    return counters.computeIfAbsent(place + '.' + name, key -> new Counter(name));
                }

                @Override
                public Counter drop(String place, String reason) {
                    drops.add(place + '.' + reason);
                    return counter(place, reason);
                }
            }, null);
    final Udp udp = new Udp(node, network);
    Sent answer = Sent.YES;
    Offloads offloads = Offloads.NONE;
    int mtu = 1500;
    int paths;

    private interface Answer {
        Object to(String method, Object[] given);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, given) -> answer.to(method.getName(), given)));
    }

    private Object network(String method, Object[] given) {
        return switch (method) {
            case "isLocal" -> V4.equals(given[0]) || V6.equals(given[0]);
            case "addresses" -> List.of(row(V4, 24), row(V6, 64));
            case "headroom" -> 64;
            case "path" -> path((IpAddress) given[0], (IpAddress) given[1]);
            case "send" -> send((Packet) given[0], (Path) given[1], (SendOptions) given[3]);
            case "refusePort" -> refused.add(describe((Packet) given[0], (Arrival) given[1]));
            case "join", "leave" -> groups.add(method + ' ' + given[0] + ' ' + given[1]);
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private static AddressRow row(IpAddress address, int length) {
        return new AddressRow("eth0", new InterfaceAddress(address, length), AddressRow.State.PREFERRED,
                Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private Path path(IpAddress source, IpAddress destination) {
        paths++;
        if (destination.isV4() && destination.v4() >>> 8 == 0xC00002) {
            return null;
        }
        IpAddress from = source != null ? source : destination.isV4() ? V4 : V6;
        return proxy(Path.class, (method, given) -> switch (method) {
            case "source" -> from;
            case "destination" -> destination;
            case "headerLength" -> destination.isV4() ? 20 : 40;
            case "mtu", "linkMtu" -> mtu;
            case "offloads" -> offloads;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private Sent send(Packet packet, Path path, SendOptions options) {
        out.add(new Out(path.source(), path.destination(), Arrays.copyOfRange(packet.bytes, packet.head, packet.tail),
                packet.checksum, options));
        packet.release();
        return answer;
    }

    private static String describe(Packet packet, Arrival from) {
        return from.source() + " > " + from.destination() + ' '
                + HexFormat.of().formatHex(packet.bytes, packet.head, packet.tail);
    }

    long count(String name) {
        Counter counter = counters.get("udp." + name);
        return counter == null ? 0 : counter.value();
    }

    /** At the end of a test: no packet is out, and what came in was delivered or dropped (docs/counters.md). */
    void close() {
        udp.close();
        long dropped = drops.stream().mapToLong(name -> counters.get(name).value()).sum();
        if (count("inPackets") + count("inCopies") != count("inDatagrams") + dropped) {
            throw new AssertionError("datagrams in = delivered + dropped by reason: " + tell());
        }
        if (count("inErrors") != count("inCsumErrors") + count("inLengthErrors") + count("inAddressErrors")
                + count("rcvbufErrors")) {
            throw new AssertionError("errors = drops but for ports: " + tell());
        }
        if (pool.inUse() != 0) {
            throw new AssertionError(pool.inUse() + " packets not back in the pool");
        }
    }

    private String tell() {
        StringBuilder text = new StringBuilder();
        counters.forEach((name, counter) -> text.append(name).append(' ').append(counter.value()).append("; "));
        return text.toString();
    }
}
